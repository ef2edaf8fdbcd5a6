import type { NextRequest } from 'next/server';
import { receiveUpdate } from '#/server/bot/inbox/receive.ts';
import { isWebhookSecret } from '#/server/bot/webhook-secret.ts';
import { configurationFaults, web } from '#/server/compose.web.ts';
import { requestFacts } from '#/server/lib/request-facts.ts';
import { localeOfRequest } from '#/server/texts/locale-of-request.ts';
import { problemResponse } from '#/server/trpc/problem.ts';
import { door, type RouteContext } from '../../../_server/door.ts';

const receive = door(async (call) => {
  const received = await receiveUpdate(call.web.deps, call.body);
  if (!received.ok) return problemResponse(received.failure, call);
  return Response.json({});
});

/** Telegram delivers here. Who does not know the secret is turned away before a byte of the body is read. */
export async function POST(request: NextRequest, context: RouteContext): Promise<Response> {
  const shown = request.headers.get('x-telegram-bot-api-secret-token');
  // With a faulty configuration nobody knows the secret: the door behind answers 503 to everybody.
  if (configurationFaults().length > 0 || isWebhookSecret(web().deps.config, shown)) return receive(request, context);
  const answering = { locale: localeOfRequest(request.headers), requestId: requestFacts()?.id ?? '' };
  return problemResponse({ code: 'not_signed_in' }, answering);
}

const notHere = door((call) => problemResponse({ code: 'method_not_allowed', params: { allow: 'POST' } }, call));

export { notHere as DELETE, notHere as GET, notHere as HEAD, notHere as OPTIONS, notHere as PATCH, notHere as PUT };
