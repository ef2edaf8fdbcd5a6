import { describe, expect, it } from 'vitest';
import { whoCalls } from './request-facts.ts';

const here = { host: '127.0.0.1:3000' };

describe('whoCalls', () => {
  it('takes this machine for this machine', () => {
    for (const [peer, host] of [
      ['127.0.0.1', '127.0.0.1:3000'],
      ['::ffff:127.0.0.1', 'localhost:3000'],
      ['::1', '[::1]:3000'],
    ]) {
      expect(whoCalls(peer, { host }, false)).toMatchObject({ isLoopback: true });
    }
  });
  it('does not take what came through a proxy on this machine for this machine', () => {
    for (const mark of ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']) {
      expect(whoCalls('127.0.0.1', { ...here, [mark]: '203.0.113.7' }, true).isLoopback).toBe(false);
    }
  });
  it('does not take a page that named this machine its own (DNS rebinding) for this machine', () => {
    expect(whoCalls('127.0.0.1', { host: 'evil.example:3000' }, false).isLoopback).toBe(false);
    expect(whoCalls('127.0.0.1', { host: '127.0.0.1.evil.example' }, false).isLoopback).toBe(false);
    expect(whoCalls('127.0.0.1', {}, false).isLoopback).toBe(false);
  });
  it('believes the last address that our own proxy added, not what the caller wrote before it', () => {
    const headers = { ...here, 'x-forwarded-for': '10.0.0.1, 198.51.100.4' };
    expect(whoCalls('127.0.0.1', headers, false).address).toBe('198.51.100.4');
    expect(whoCalls('172.18.0.5', headers, true).address).toBe('198.51.100.4');
  });
  it('believes no header of a stranger', () => {
    const headers = { ...here, 'x-forwarded-for': '198.51.100.4' };
    expect(whoCalls('203.0.113.9', headers, true).address).toBe('203.0.113.9');
    expect(whoCalls('192.168.1.20', headers, false).address).toBe('192.168.1.20');
    expect(whoCalls('127.0.0.1', { ...here, 'x-forwarded-for': 'not an address' }, true).address).toBe('127.0.0.1');
  });
});
