import { NextResponse } from 'next/server';
import { localeOfRequest } from '#/server/texts/locale-of-request.ts';
import { translatorFor } from '#/server/texts/translate.ts';

/** Instead of any page while the configuration is faulty: nothing of the product works then, its styles neither. */
export function faultPage(headers: Headers): NextResponse {
  const locale = localeOfRequest(headers);
  const text = translatorFor(locale)('errors.misconfigured');
  const page = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>Stardesk</title><body><h1>Stardesk</h1><p>${text}</p></body></html>`;
  return new NextResponse(page, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'retry-after': '30',
    },
  });
}
