import fc from 'fast-check';
import { type CarrierConfig, type CarrierEvent } from '../../lib/carriers/carrier';
import { CARRIER_ERROR_CODES, type CarrierError } from '../../lib/domain/errors';
import { type WebhookRequest } from '../../lib/wire';
import { always } from '../support/properties';
import { type AnswerCase, type CarrierCases, NOW, textOfBody, type WebhookCase, WEBHOOK_URL } from './cases';

const STATUSES = ['queued', 'sent', 'delivered', 'undelivered', 'failed', 'expired', 'rejected', 'unknown'];
const HANDLED = [undefined, 'opt-out', 'opt-in', 'help'];

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isTextOrNothing = (value: unknown) => value === undefined || isText(value);
const isCountOrNothing = (value: unknown) =>
	value === undefined || (Number.isSafeInteger(value) && (value as number) > 0);

/** Whether an event is what its type promises, whatever it was read from. */
function isSound(event: CarrierEvent): boolean {
	if (event.kind === 'ignored') return isText(event.reason);
	if (event.kind === 'handshake') {
		return event.visit === undefined ? event.answer !== undefined : event.visit.startsWith('https://');
	}
	if (!isText(event.id) || !isCountOrNothing(event.segments) || !isTextOrNothing(event.at)) return false;
	if (event.kind === 'reply') {
		const media = event.media.every(({ url, contentType }) => isText(url) && isTextOrNothing(contentType));
		return (
			isText(event.from) &&
			isText(event.to) &&
			typeof event.text === 'string' &&
			media &&
			HANDLED.includes(event.handledByCarrier)
		);
	}
	const money = event.price === undefined || (isText(event.price.amount) && isTextOrNothing(event.price.currency));
	return (
		STATUSES.includes(event.status) &&
		typeof event.isFinal === 'boolean' &&
		isTextOrNothing(event.errorCode) &&
		isTextOrNothing(event.reason) &&
		isTextOrNothing(event.to) &&
		money
	);
}

/** A known body in which one value is replaced by another kind of thing. */
function mutated(bodies: readonly string[]): fc.Arbitrary<string> {
	const anything = fc.oneof(
		fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty', '', '0', '-1', '1e999', 'NaN', 'null'),
		fc.string(),
	);
	const inForm = fc.tuple(fc.constantFrom(...bodies), fc.nat(), anything).map(([body, at, value]) => {
		const pairs = body.split('&');
		const [name] = (pairs[at % pairs.length] as string).split('=');
		pairs[at % pairs.length] = `${name}=${encodeURIComponent(value)}`;
		return pairs.join('&');
	});
	const inJson = fc
		.tuple(fc.constantFrom(...bodies), fc.nat(), fc.jsonValue({ maxDepth: 2 }))
		.map(([body, at, value]) => {
			const spots = [...body.matchAll(/:("(?:[^"\\]|\\.)*"|\d+|null|\[\]|\{\})/g)];
			const spot = spots[at % Math.max(spots.length, 1)];
			if (!spot) return body;
			return `${body.slice(0, spot.index + 1)}${JSON.stringify(value)}${body.slice(spot.index + spot[0].length)}`;
		});
	return fc.oneof(inForm, inJson);
}

const garbage = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.json(),
	fc.constantFrom(
		'null',
		'[]',
		'{}',
		'""',
		'0',
		'%',
		'%ZZ=%',
		'=',
		'&&&',
		'{"data":null}',
		'{"data":{"payload":[]}}',
		'\u0000',
	),
	fc.webQueryParameters(),
);

export function randomContract<Config extends CarrierConfig>(
	{ carrier, credentials, proof }: CarrierCases<Config>,
	webhooks: readonly WebhookCase[],
	answers: readonly AnswerCase[],
): void {
	const methods = fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'HEAD', 'post', '');
	const request = (body: fc.Arbitrary<string>): fc.Arbitrary<WebhookRequest> =>
		fc.record({
			method: methods,
			url: fc.oneof(
				fc.constantFrom(WEBHOOK_URL, '', '/webhook/x', 'no url', 'http://[', `${WEBHOOK_URL}?%`, `${WEBHOOK_URL}#?a=b`),
				body.map((text) => `${WEBHOOK_URL}?${text}`),
			),
			headers: fc.record(
				{
					'content-type': fc.constantFrom(
						'application/json',
						'application/x-www-form-urlencoded; charset=x',
						'text/plain',
						'',
					),
					[proof?.header ?? 'authorization']: fc.oneof(fc.base64String(), fc.string({ unit: 'binary' })),
					'telnyx-timestamp': fc.oneof(fc.string(), fc.integer().map(String)),
				},
				{ requiredKeys: [] },
			) as fc.Arbitrary<Record<string, string>>,
			body,
			receivedAt: fc.constant(NOW),
		});

	test('garbage is ignored, with a reason, and never throws (5,000 bodies)', () => {
		always(
			fc.property(request(garbage), (incoming) => {
				const events = carrier.parseWebhook(incoming);
				expect(events.length).toBeGreaterThan(0);
				for (const event of events) expect([event.kind, isSound(event)]).toEqual(['ignored', true]);
			}),
			5_000,
		);
	});

	test('a webhook with something odd in it gives sound events or none, and never throws (5,000 bodies)', () => {
		const bodies = webhooks.map(({ body, query }) => body || (query ?? '')).filter(Boolean);
		always(
			fc.property(request(mutated(bodies)), (incoming) => {
				const events = carrier.parseWebhook(incoming);
				expect(events.length).toBeGreaterThan(0);
				for (const event of events) if (!isSound(event)) throw new Error(`Unsound: ${JSON.stringify(event)}`);
			}),
			5_000,
		);
	});

	test('nothing random is let in, and nothing throws (5,000 requests, random keys)', () => {
		const bodies = webhooks.map(({ body, query }) => body || (query ?? '')).filter(Boolean);
		const keys = fc.oneof(fc.constant(proof?.key ?? ''), fc.string({ unit: 'binary' }), fc.base64String());
		always(
			fc.property(request(fc.oneof(garbage, mutated(bodies))), keys, (incoming, key) => {
				const config = carrier.readConfig({ ...credentials, ...proof?.credentialsFor(key) });
				expect(carrier.verifyWebhook(incoming, config, proof?.document)).toBe(false);
			}),
			5_000,
		);
	});

	test('an answer is a receipt with an id, or a CarrierError, whatever it says (5,000 answers)', () => {
		const bodies = answers.map(({ body }) => textOfBody(body));
		const answer = fc.record({
			status: fc.oneof(fc.constantFrom(200, 201, 400, 429, 500), fc.integer({ min: 100, max: 599 })),
			headers: fc.record({ 'retry-after': fc.oneof(fc.string(), fc.integer().map(String)) }, { requiredKeys: [] }),
			body: fc.oneof(garbage, mutated(bodies)),
			receivedAt: fc.constant(NOW),
		}) as fc.Arbitrary<Parameters<typeof carrier.parseSend>[0]>;
		always(
			fc.property(answer, (response) => {
				try {
					const { id, status, segments, price } = carrier.parseSend(response, {
						to: '+14155550123',
						from: '+14155550100',
						text: 'Hello',
						ref: 'our-id',
					});
					expect(response.status >= 200 && response.status < 300).toBe(true);
					expect([isText(id), ['queued', 'sent'].includes(status), isCountOrNothing(segments)]).toEqual([
						true,
						true,
						true,
					]);
					expect(price === undefined || isText(price.amount)).toBe(true);
				} catch (thrown) {
					const { name, code, details } = thrown as CarrierError;
					if (name !== 'CarrierError') throw thrown;
					expect(CARRIER_ERROR_CODES).toContain(code);
					expect(code).not.toBe('unavailable'); // an answer came
					expect(details.httpStatus).toBe(response.status);
					const wait = details.retryAfterMs;
					expect(wait === undefined || (Number.isFinite(wait) && wait >= 0)).toBe(true);
				}
			}),
			5_000,
		);
	});
}
