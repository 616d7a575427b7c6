// Texts of campaigns on their way into the outbox.
import { sql } from '../../../vendor/kysely';
import { type Keyring } from '../../keyring';
import { type OutboxStatus, type Planned, type PlannedSkip, type PlannedText } from '../../outbox';
import { type SendsTable } from '../../schema';
import { inChunks } from '../consent/in-chunks';
import { consentFacts } from '../consent/states';
import { type Db } from '../engine';
import { memberNames, members, prepared, preparedBy } from '../prepared';
import { NO_ERROR, OF_ITS_OWN_CARRIER, UNLEASED } from '../sends';

interface WhichCampaign {
	readonly shop: string;
	readonly id: string;
}

/** A key may name a person, and outlives their erasure: what is kept of it must not. */
const dedupeKey = (keyring: Keyring, campaignId: string, key: string): string =>
	`campaign/${campaignId}/${keyring.digest('campaign-key', campaignId, key).slice(0, 32)}`;

/** Between these two are the keys of a campaign's texts: "0" is the character after "/". */
export const keyRange = (campaignId: string): readonly [after: string, before: string] => [`campaign/${campaignId}/`, `campaign/${campaignId}0`];

/** @throws Error where the shop has no such campaign. */
async function openCampaignOf(db: Db, campaign: WhichCampaign) {
	const [found] = await campaignById(db, campaign);
	if (!found) throw new Error(`There is no campaign ${campaign.id} in this shop`);
	return found;
}

export async function planTexts(
	db: Db,
	keyring: Keyring,
	campaign: WhichCampaign,
	texts: readonly PlannedText[],
	now: Date,
): Promise<Planned[]> {
	const { status, changed_at } = await openCampaignOf(db, campaign);
	if (status === 'cancelled') return texts.map(() => ({ outcome: 'cancelled', at: new Date(changed_at ?? 0) }));
	const keyed = texts.map((text) => [dedupeKey(keyring, campaign.id, text.key), text] as const);
	const firstOfKey = new Map(keyed.toReversed());
	const planned = await insertTexts(db, campaign, [...firstOfKey], now);
	const results: Planned[] = [];
	for (const [key, text] of keyed) {
		if (planned.has(text.sendId) && firstOfKey.get(key) === text) {
			results.push({ outcome: 'planned', status: 'scheduled', at: text.dueAt });
			continue;
		}
		const [there] = await textOfKey(db, { shop: campaign.shop, key });
		if (!there) throw new Error('A text of a campaign was neither planned nor there');
		results.push({ outcome: 'there', ...thereOf(there) });
	}
	return results;
}

/** Texts that nobody got, and nobody will get: another one takes their place. */
const MAY_BE_REPLACED = ['skipped', 'cancelled', 'failed'] as const;

/** How many are inserted by one statement: a few sizes, so that a few statements do for all lengths. */
const SIZES = [50, 5, 1];

/** Answers the ids of those that were planned. */
async function insertTexts(
	db: Db,
	{ shop, id: campaign }: WhichCampaign,
	texts: ReadonlyArray<readonly [key: string, text: PlannedText]>,
	now: Date,
): Promise<ReadonlySet<string>> {
	const planned = new Set<string>();
	let start = 0;
	for (const size of SIZES) {
		for (; texts.length - start >= size; start += size) {
			const values: Values = { shop, campaign, at: now.getTime() };
			texts.slice(start, start + size).forEach(([key, text], index) => {
				const row = rowOf(key, text);
				COLUMNS.forEach((column, place) => (values[NAMES[index]?.[place] as string] = row[column]));
			});
			for (const { id } of await insertPlanned(size, db, values)) planned.add(id);
		}
	}
	return planned;
}

const rowOf = (key: string, text: PlannedText) =>
	({
		id: text.sendId,
		dedupe_key: key,
		purpose: text.purpose,
		phone: text.to,
		text: text.text,
		language: text.language,
		encoding: text.encoding,
		segments: text.segments,
		carrier: text.carrier,
		sender: text.sender,
		due_at: text.dueAt.getTime(),
		rule: text.rule ?? null,
		rule_reason: text.reason ?? null,
		gate_message: JSON.stringify(text.message),
		variant: text.variant ?? null,
		code: text.code ?? null,
		country: text.country ?? null,
		has_opt_out: text.hasOptOut ? 1 : 0,
		picture: text.picture ?? null,
	}) satisfies Partial<SendsTable>;

type Row = ReturnType<typeof rowOf>;
const COLUMNS = [
	'id',
	'dedupe_key',
	'purpose',
	'phone',
	'text',
	'language',
	'encoding',
	'segments',
	'carrier',
	'sender',
	'due_at',
	'rule',
	'rule_reason',
	'gate_message',
	'variant',
	'code',
	'country',
	'has_opt_out',
	'picture',
] as const satisfies ReadonlyArray<keyof Row>;

/** Of the values of each row. */
const NAMES = Array.from({ length: Math.max(...SIZES) }, (_, index) => COLUMNS.map((column) => `${column}${index}`));

type Values = Record<string, string | number | null>;

/** Takes the place of a text that was not sent, and of nobody else's. It keeps count of its tries. */
const insertPlanned = preparedBy((size: number) => (db, values: Values) => {
	const shared = { shop: values.shop as string, campaign_id: values.campaign as string, claimed_at: values.at as number };
	const rows = Array.from({ length: size }, (_, index) => ({
		...(Object.fromEntries(COLUMNS.map((column, place) => [column, values[NAMES[index]?.[place] as string]])) as Row),
		...shared,
		status: 'scheduled',
		tries: 0,
	}));
	return db
		.insertInto('sends')
		.values(rows)
		.onConflict((conflict) =>
			conflict
				.columns(['shop', 'dedupe_key'])
				.doUpdateSet(({ ref }) => ({
					...Object.fromEntries(COLUMNS.map((column) => [column, ref(`excluded.${column}`)])),
					...NO_ERROR,
					...UNLEASED,
					...OF_ITS_OWN_CARRIER,
					claimed_at: shared.claimed_at,
					status: 'scheduled',
					settled_at: null,
				}))
				.where('sends.status', 'in', MAY_BE_REPLACED),
		)
		.returning('id');
});

type There = { readonly status: OutboxStatus; readonly at: Date };

const thereOf = ({ status, due_at, claimed_at }: Pick<SendsTable, 'status' | 'due_at' | 'claimed_at'>): There => ({
	status: status as OutboxStatus,
	at: new Date((status === 'scheduled' ? due_at : null) ?? claimed_at),
});

/** Which of the keys planTexts would find taken, in the order of the keys. */
export async function plannedTexts(
	db: Db,
	keyring: Keyring,
	campaignId: string,
	keys: readonly string[],
): Promise<Array<There | undefined>> {
	const digests = keys.map((key) => dedupeKey(keyring, campaignId, key));
	const found = new Map<string, There>();
	for (const chunk of inChunks(digests)) {
		const values = { campaign: campaignId, ...members('key', chunk) };
		for (const row of await textsOfKeys(chunk.length, db, values)) found.set(row.dedupe_key, thereOf(row));
	}
	return digests.map((digest) => found.get(digest));
}

const textsOfKeys = preparedBy((count: number) => (db, values: { campaign: string } & Record<`key${number}`, string>) =>
	db
		.selectFrom('sends')
		.select(['dedupe_key', 'status', 'due_at', 'claimed_at'])
		.where('shop', '=', (eb) => eb.selectFrom('campaigns').select('campaigns.shop').where('campaigns.id', '=', values.campaign))
		.where(
			'dedupe_key',
			'in',
			memberNames('key', count).map((name) => values[name as keyof typeof values] as string),
		)
		.where('status', 'not in', MAY_BE_REPLACED),
);

const textOfKey = prepared((db, { shop, key }: { shop: string; key: string }) =>
	db.selectFrom('sends').select(['status', 'due_at', 'claimed_at']).where('shop', '=', shop).where('dedupe_key', '=', key),
);

const campaignById = prepared((db, { shop, id }: WhichCampaign) =>
	db.selectFrom('campaigns').select(['status', 'changed_at']).where('id', '=', id).where('shop', '=', shop),
);

export async function noteSkips(
	db: Db,
	keyring: Keyring,
	campaign: WhichCampaign,
	skips: readonly PlannedSkip[],
	now: Date,
): Promise<void> {
	const { status } = await openCampaignOf(db, campaign);
	if (status === 'cancelled') return;
	const facts = await consentFacts(db, keyring, campaign.shop, skips.map(({ phone }) => phone));
	for (const [index, { key, phone, sendId, rule, reason, country }] of skips.entries()) {
		await upsertSkip(db, {
			id: sendId,
			shop: campaign.shop,
			campaign_id: campaign.id,
			dedupe_key: dedupeKey(keyring, campaign.id, key),
			phone: facts[index]?.forgottenAt ? '' : phone, // who was forgotten is not written down again
			rule,
			rule_reason: reason,
			country: country ?? null,
			claimed_at: now.getTime(),
		});
	}
}

type NewSkip = Pick<SendsTable, 'id' | 'shop' | 'dedupe_key' | 'phone' | 'rule' | 'rule_reason' | 'country' | 'claimed_at'> & { campaign_id: string };

/** A row without a text. */
const upsertSkip = prepared((db, values: NewSkip) => {
	const why = { rule: values.rule, rule_reason: values.rule_reason, claimed_at: values.claimed_at, settled_at: values.claimed_at };
	return db
		.insertInto('sends')
		.values({
			...why,
			id: values.id,
			shop: values.shop,
			dedupe_key: values.dedupe_key,
			phone: values.phone,
			country: values.country,
			campaign_id: values.campaign_id,
			purpose: 'marketing',
			text: '',
			language: '',
			encoding: '',
			segments: 0,
			carrier: '',
			sender: '',
			status: 'skipped',
			tries: 0,
		})
		.onConflict((conflict) =>
			conflict.columns(['shop', 'dedupe_key']).doUpdateSet(why).where('sends.status', '=', sql.lit('skipped')),
		);
});
