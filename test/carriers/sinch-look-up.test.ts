import { type LookUpSent, type UncertainSms } from '../../lib/carriers/carrier';
import { sinch, type SinchConfig } from '../../lib/carriers/sinch';
import { NOW } from './cases';

const lookUp = sinch.lookUp as LookUpSent<SinchConfig>;
const CONFIG = sinch.readConfig({ servicePlanId: 'dummyplan', apiToken: 'dummy-api-token' });
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const uncertain = (changes: Partial<UncertainSms> = {}): UncertainSms => ({
	to: '+14155550123',
	from: '+14155550100',
	text: 'Sale at ACME: 20% off',
	sentAfter: minutesAgo(20),
	sentBefore: minutesAgo(5),
	otherIds: [],
	...changes,
});

/** Fields of https://developers.sinch.com/docs/sms/api-reference/sms/batches/listbatches */
const batch = (changes: object = {}) => ({
	id: '01HBATCH',
	to: ['14155550123'],
	from: '14155550100',
	canceled: false,
	body: uncertain().text,
	type: 'mt_text',
	created_at: minutesAgo(10).toISOString(),
	...changes,
});
const page = (batches: readonly object[], count = batches.length) => ({ page: 0, page_size: 100, count, batches });

/** Asks a Sinch that answers with these pages, one after the other. */
async function ask(pages: ReadonlyArray<object | string>, text = uncertain(), status = 200) {
	const urls: string[] = [];
	const work = lookUp(text, CONFIG, async ({ url }) => {
		const answer = pages[Math.min(urls.length, pages.length - 1)];
		urls.push(url);
		const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
		return await Promise.resolve({ status, headers: {}, body, receivedAt: NOW });
	});
	const found = await work.then(
		(receipt) => receipt?.id ?? null,
		(error: { code: string }) => error.code,
	);
	return { found, urls };
}

test.each<[what: string, batch: object, found: string | null]>([
	['our words from our sender', {}, '01HBATCH'],
	['with a plus', { to: ['+14155550123'], from: '+14155550100' }, '01HBATCH'],
	['as a picture', { type: 'mt_media', body: { url: 'https://x.example.com', message: uncertain().text } }, '01HBATCH'],
	['to somebody else', { to: ['14155550124'] }, null],
	['with other words', { body: 'Something else' }, 'outcome-unknown'],
	['from another sender', { from: 'ACME' }, 'outcome-unknown'],
	['with neither', { body: 'Something else', from: 'ACME' }, null],
	['without an id', { id: '' }, null],
	['of which nothing can be read', { to: 7, from: null, body: [] }, null],
])('a text %s', async (_what, changes, found) => {
	expect((await ask([page([batch(changes)])])).found).toBe(found);
});

test('the list is asked for that time, over all its pages', async () => {
	const others = Array.from({ length: 30 }, () => batch({ to: ['14155550124'] }));
	const { found, urls } = await ask([page(others, 31), page([batch()], 31)]);
	expect(found).toBe('01HBATCH');
	expect(urls).toHaveLength(2);
	const [first, second] = urls.map((url) => new URL(url));
	expect(`${first?.origin}${first?.pathname}`).toBe('https://us.sms.api.sinch.com/xms/v1/dummyplan/batches');
	expect(Object.fromEntries(first?.searchParams ?? [])).toEqual({
		start_date: minutesAgo(21).toISOString(),
		end_date: minutesAgo(4).toISOString(),
		page_size: '100',
		page: '0',
	});
	expect(second?.searchParams.get('page')).toBe('1');
});

test.each<[what: string, answer: object | string, text?: Partial<UncertainSms>, status?: number, code?: string | null]>([
	['is none', page([]), {}, 200, null],
	['is another text of ours', page([batch()]), { otherIds: ['01HBATCH'] }, 200, null],
	['may be listed later', page([]), { sentBefore: minutesAgo(1.9) }],
	['is older than the list', page([]), { sentAfter: minutesAgo(14 * 24 * 60) }],
	['is on a page that does not come', page([], 5)],
	['is among too many', page([batch({ to: [] })], 100_000)],
	['is in an answer that is no list', { batches: 'none', count: 0 }],
	['is in an answer that does not count', { batches: [] }],
	['is in no answer', '<html>'],
	['is asked for with a wrong key', '', {}, 401, 'bad-config'],
	['is asked for too fast', '', {}, 429, 'throttled'],
])('a text that %s', async (_what, answer, text = {}, status = 200, code = 'outcome-unknown') => {
	expect((await ask([answer], uncertain(text), status)).found).toBe(code);
});
