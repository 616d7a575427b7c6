import { day } from '../../../lib/domain/day';
import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { NO_CONSENT } from '../../../lib/domain/consent/consent';
import { type ConsentEntry, type ConsentFacts, type RecordedConsent } from '../../../lib/ledger/consent';
import { type Ledger } from '../../../lib/ledger/ledger';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { CHUNK, describePhone, inChunks, readItems } from '../items';
import { type ConsentReading, readConsent, type Refusal } from './recordConsent.read';

/** Positions of the outputs; saved in workflows. */
const RECORDED = 0;
const NOT_RECORDED = 1;

/** Writes down consents that were given elsewhere. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	const node = this.getNode();
	const now = new Date();
	const shop = await readShop(this).catch((error: unknown) => {
		throw toNodeError(error, node, 0);
	});
	const { readings, failures } = readItems(this, (itemIndex) => readConsent(this, itemIndex, shop.profile, now));
	const results = await withLedger(shop.ledger, (ledger) =>
		recordAll([...readings.values()], ledger, shop.profile.key, now),
	).catch((error: unknown) => {
		throw toNodeError(error, node, 0);
	});
	for (const itemIndex of this.getInputData().keys()) {
		const reading = readings.get(itemIndex);
		const result = reading && results.get(reading);
		if (!reading || !result) {
			outputs[NOT_RECORDED]?.push(failedItem(failures.get(itemIndex), node, itemIndex));
			continue;
		}
		const isRecorded = 'isRecorded' in result && result.isRecorded;
		outputs[isRecorded ? RECORDED : NOT_RECORDED]?.push({
			json: describe(reading, result),
			pairedItem: { item: itemIndex },
		});
	}
	return outputs;
}

type Result = RecordedConsent | Refusal;

async function recordAll(
	readings: readonly ConsentReading[],
	ledger: Ledger,
	shop: string,
	now: Date,
): Promise<ReadonlyMap<ConsentReading, Result>> {
	const results = new Map<ConsentReading, Result>();
	for (const chunk of inChunks(readings, CHUNK)) {
		const facts = await factsThatCount(chunk, ledger, shop);
		const entries: Array<{ reading: ConsentReading; entry: ConsentEntry }> = [];
		for (const reading of chunk) {
			const refusal = reading.refusal ?? objectionFromPast(reading, facts.get(reading.phone ?? ''));
			if (refusal) results.set(reading, refusal);
			else if (reading.entry) entries.push({ reading, entry: reading.entry });
		}
		const recorded = await ledger.recordConsents(
			shop,
			entries.map(({ entry }) => entry),
			now,
		);
		for (const [index, { reading }] of entries.entries()) results.set(reading, recorded[index] as RecordedConsent);
	}
	return results;
}

/** Only what has no time, or ends a consent, is held against the past here; the ledger itself sees to the rest. */
async function factsThatCount(chunk: readonly ConsentReading[], ledger: Ledger, shop: string): Promise<ReadonlyMap<string, ConsentFacts>> {
	const phones = chunk.flatMap(({ entry, isTimeUnknown }) =>
		entry && (isTimeUnknown || entry.action === 'revoke') ? [entry.phone] : [],
	);
	if (phones.length === 0) return new Map();
	const facts = await ledger.consentFacts(shop, [...new Set(phones)]);
	return new Map(facts.map((known) => [known.phone, known]));
}

/**
 * A shop hands the same order over more than once, also after a STOP: taken for a new consent, it would undo the STOP. And its
 * flag may still say "unsubscribed" when somebody has signed up here since.
 */
function objectionFromPast({ entry, isTimeUnknown }: ConsentReading, facts: ConsentFacts | undefined): Refusal | undefined {
	if (!entry || !facts) return undefined;
	const { status, revokedAt, confirmedAt } = facts.states[entry.purpose] ?? NO_CONSENT;
	if (entry.action === 'revoke') {
		if (isTimeUnknown || status !== 'confirmed' || !confirmedAt || confirmedAt <= entry.givenAt) return undefined;
		const reason = `The flag was set on ${day(entry.givenAt)}, and they have agreed since, on ${day(confirmedAt)}.`;
		return { rule: 'older-than-consent', reason };
	}
	const optedOutAt = facts.optOut?.at ?? (status === 'revoked' ? revokedAt : undefined);
	if (entry.action !== 'record' || !isTimeUnknown || !optedOutAt) return undefined;
	return {
		rule: 'time-unknown',
		reason: `They have opted out on ${day(optedOutAt)}, and it is not known whether they agreed after that. Fill in Given At.`,
	};
}

function describe({ purpose, phone, entry, notes }: ConsentReading, result: Result): IDataObject {
	const about = { ...describePhone(phone), purpose };
	if ('isRecorded' in result && result.isRecorded && entry) {
		return {
			...about,
			status: result.status,
			action: entry.action,
			source: entry.source,
			givenAt: entry.givenAt.toISOString(),
			...(notes.length > 0 ? { notes: [...notes] } : {}),
		};
	}
	return {
		...about,
		...('status' in result ? { status: result.status } : {}),
		reasonCode: result.rule ?? null,
		reason: result.reason ?? null,
	};
}
