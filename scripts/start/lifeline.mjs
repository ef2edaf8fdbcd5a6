/**
 * Loaded into web and worker with --import. Descriptor 3 is a pipe that only the launcher holds open: when it closes,
 * the launcher is gone, whatever killed it, and nobody would ever stop this process.
 */
import { Socket } from 'node:net';

const graceMs = 3000;

if (process.env.STARDESK_LIFELINE === '3') {
  // Our own children get a line of their own from us, or none.
  delete process.env.STARDESK_LIFELINE;
  const line = new Socket({ fd: 3, readable: true, writable: false });
  line.on('close', leave);
  line.on('error', () => {});
  line.resume();
  line.unref();
}

function leave() {
  // What was being done may end; then the whole group goes, whatever this process has started.
  setTimeout(() => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'), graceMs).unref();
  process.kill(process.pid, 'SIGTERM');
}
