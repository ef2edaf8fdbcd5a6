import { describe, expect, it } from 'vitest';
import { type Machine, provideChromium } from './chromium.ts';

/** A machine with these programs; installing adds the ones given. */
function machine(programs: string[], more: Partial<Machine> & { installs?: string[]; apts?: string[] } = {}) {
  const there = new Set(programs);
  const did: string[] = [];
  const made: Machine = {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    playwrightsOwn: '/cache/chromium/chrome',
    exists: (path) => there.has(path),
    answers: (path) => there.has(path) && !path.includes('stub'),
    run: async (command, ...args) => {
      did.push([command, ...args].join(' '));
      if (args[0] === 'install') for (const path of more.apts ?? []) there.add(path);
      return true;
    },
    installWithPlaywright: async () => {
      did.push('playwright install');
      for (const path of more.installs ?? []) there.add(path);
      return true;
    },
    print: (line) => did.push(line),
    ...more,
  };
  return { made, did };
}

describe('provideChromium', () => {
  it('takes the named one, and says so when it does not start instead of taking another', async () => {
    const env = { CHROMIUM_PATH: '/opt/chrome' };
    expect(await provideChromium(machine(['/opt/chrome'], { env }).made, true)).toEqual({ path: '/opt/chrome' });
    const broken = await provideChromium(machine(['/usr/bin/chromium'], { env }).made, true);
    expect(broken).toEqual({ reason: expect.stringContaining('CHROMIUM_PATH=/opt/chrome does not start') });
  });
  it("takes Playwright's own before the system's, and does not believe a stub", async () => {
    const both = ['/usr/bin/chromium', '/cache/chromium/chrome'];
    expect(await provideChromium(machine(both).made, true)).toEqual({ path: '/cache/chromium/chrome' });
    const stub = { playwrightsOwn: '/stub/chromium' };
    const found = await provideChromium(machine(['/stub/chromium', '/usr/bin/google-chrome'], stub).made, true);
    expect(found).toEqual({ path: '/usr/bin/google-chrome' });
  });
  it('installs with apt-get as root where there is one, announcing it before', async () => {
    const { made, did } = machine(['/usr/bin/apt-get'], { isRoot: true, apts: ['/usr/bin/chromium'] });
    expect(await provideChromium(made, true)).toEqual({ path: '/usr/bin/chromium' });
    expect(did[0]).toMatch(/installing the package "chromium" with apt-get/);
    expect(did.at(-1)).toMatch(/^apt-get install .*chromium$/);
  });
  it("falls back to Playwright's installer, as an ordinary user at once", async () => {
    const installs = ['/cache/chromium/chrome'];
    const asRoot = machine(['/usr/bin/apt-get'], { isRoot: true, installs });
    expect(await provideChromium(asRoot.made, true)).toEqual({ path: '/cache/chromium/chrome' });
    const asUser = machine(['/usr/bin/apt-get'], { installs });
    expect(await provideChromium(asUser.made, true)).toEqual({ path: '/cache/chromium/chrome' });
    expect(asUser.did.join()).not.toContain('apt-get');
  });
  it('installs nothing with --no-install and says what to do', async () => {
    const { made, did } = machine(['/usr/bin/apt-get'], { isRoot: true });
    expect(await provideChromium(made, false)).toEqual({ reason: expect.stringContaining('set CHROMIUM_PATH') });
    expect(did).toEqual([]);
  });
  it('says what to do when nothing worked', async () => {
    expect(await provideChromium(machine([]).made, true)).toEqual({
      reason: expect.stringMatching(/did not work.*CHROMIUM_PATH/),
    });
  });
});
