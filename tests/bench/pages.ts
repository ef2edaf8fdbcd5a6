import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig, type RunnerResult } from 'lighthouse';
import { demoLogin, demoPassword } from '#/server/users/demo/model.ts';
import type { Product } from '#/tests/support/product.ts';
import { type Bench, type Figure, median } from './bench.ts';

const runs = 5;
const categories = ['performance', 'accessibility', 'best-practices'] as const;
const targets = { desktop: [95, 100, 100], phone: [90, 100, 100] } as const;
const scriptsAtMostKb = 170;

/** Lighthouse's median of five, and the scripts that a page loads, packed. */
export default {
  name: 'pages',
  async run(stage) {
    const product = await stage.product();
    const cookie = await signInDemo(product);
    const figures: Figure[] = [];
    for (const path of ['/login', '/app']) {
      const headers = path === '/app' ? { cookie } : undefined;
      figures.push({
        what: `${path}: scripts, gzip`,
        value: await scriptKilobytes(product.url + path, headers),
        unit: 'kB',
        target: { atMost: scriptsAtMostKb },
      });
      for (const device of ['desktop', 'phone'] as const) {
        stage.say(`${path}, ${device}`);
        const scores = await lighthouseScores(await stage.chromium(), product.url + path, device, headers);
        categories.forEach((category, index) => {
          figures.push({
            what: `${path}, ${device}: ${category}`,
            value: median(scores.map((score) => score[category])),
            unit: '',
            target: { atLeast: targets[device][index] ?? 100 },
          });
        });
      }
    }
    return figures;
  },
} satisfies Bench;

async function lighthouseScores(
  chromePath: string,
  url: string,
  device: 'desktop' | 'phone',
  extraHeaders: Record<string, string> | undefined,
) {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const scores: Record<(typeof categories)[number], number>[] = [];
    for (let run = 0; run < runs; run++) {
      const flags = { port: chrome.port, onlyCategories: [...categories], extraHeaders, logLevel: 'error' as const };
      const result = await lighthouse(url, flags, device === 'desktop' ? desktopConfig : undefined);
      scores.push(scoresOf(result));
    }
    return scores;
  } finally {
    chrome.kill();
  }
}

function scoresOf(result: RunnerResult | undefined) {
  const score = (category: string) => Math.round((result?.lhr.categories[category]?.score ?? Number.NaN) * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
  };
}

/** What the page names in its HTML: the scripts that run without anybody pressing anything. */
async function scriptKilobytes(url: string, headers: Record<string, string> | undefined): Promise<number> {
  const html = await (await fetch(url, { headers })).text();
  const sources = new Set(
    Array.from(html.matchAll(/<script[^>]+src="([^"]+)"(?![^>]*nomodule)/gi), ([, source]) => source ?? ''),
  );
  const sizes = await Promise.all(
    [...sources].map(async (source) => gzipSync(await (await fetch(new URL(source, url))).bytes()).length),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}

async function signInDemo({ url }: Product): Promise<string> {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookies = (answer: Response) => answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie: cookies(csrf).join('; '), origin: url },
    body: new URLSearchParams({ csrfToken, login: demoLogin, password: demoPassword, json: 'true' }),
  });
  if (!answer.ok) throw new Error(`the demo could not sign in: ${answer.status}`);
  return cookies(answer).join('; ');
}
