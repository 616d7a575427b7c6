import { type IDataObject } from 'n8n-workflow';
import { maskPhone } from '../../lib/domain/phone';
import { type Drained } from '../../lib/flows/drain-outbox';
import { type PlannedPerson } from '../../lib/flows/campaign/plan-campaign';
import { type Campaign } from '../../lib/ledger/campaigns';
import { describeTakenOver } from '../shared/delivery';
import { describeBestHour, describeCode, describeFit, describePerson, describeReceipt, describeWhy, describeWords, SCHEDULED, SENT, type ItemReason, SKIPPED, whyThere } from './items';

/** What became of one person's text. */
interface Line {
	readonly itemIndex: number;
	/** Undefined for a text that an earlier run had planned, of somebody whom this run is not about. */
	readonly planned?: PlannedPerson | undefined;
	drained?: Drained;
}

export type Described =
	| { readonly itemIndex: number; readonly output: number; readonly json: IDataObject }
	| { readonly itemIndex: number; readonly error: unknown };

/** Keeps what became of each text, in the order of the audience. */
export function lineCollector({ name, status }: Campaign, carrier: string, firstItem: number) {
	const lines: Line[] = [];
	const openByPhone = new Map<string, Line>();
	return {
		onPlanned(planned: PlannedPerson): void {
			const { person } = planned;
			const line: Line = { itemIndex: person.itemIndex, planned };
			lines.push(line);
			const mayBeSent = planned.outcome === 'planned' || (planned.outcome === 'there' && planned.status === 'scheduled');
			if (mayBeSent && person.phone.e164) openByPhone.set(person.phone.e164, line);
		},
		onDrained(drained: Drained): void {
			const line = openByPhone.get(drained.text.to);
			if (line) line.drained = drained;
			else lines.push({ itemIndex: firstItem, drained });
		},
		/** @param waiting what the items of waiting texts say beside. */
		describe: (waiting: IDataObject): Described[] =>
			lines.map((line) => describeLine(line, { campaign: name }, carrier, { ...(status === 'paused' ? PAUSED : {}), ...waiting })),
	};
}

function describeLine(
	{ itemIndex, planned, drained }: Line,
	about: IDataObject,
	carrier: string,
	waiting: IDataObject,
): Described {
	const who = planned ? describePerson(planned.person) : { phone: maskPhone((drained as Drained).text.to) };
	const gift =
		planned?.outcome === 'planned'
			? { ...describeFit(planned.text), ...describeBestHour(planned.bestHour), ...describeCode(planned.code) }
			: {};
	const at = (output: number, more: IDataObject) => ({ itemIndex, output, json: { ...about, ...who, ...more } });
	if (drained) {
		const { text } = drained;
		const words = { ...describeWords(text), ...gift };
		switch (drained.outcome) {
			case 'sent':
				return at(SENT, { ...words, ...describeReceipt(drained.receipt, text.segments, carrier), ...describeTakenOver(drained.takenOver) });
			case 'postponed':
				return at(SCHEDULED, { ...words, status: 'scheduled', scheduledFor: drained.until.toISOString(), ...describeWhy(drained), ...waiting });
			case 'skipped':
				return at(SKIPPED, { status: 'skipped', ...describeWhy(drained) });
			default:
				return { itemIndex, error: drained.error };
		}
	}
	switch (planned?.outcome) {
		case 'planned': {
			const why = planned.waits ? describeWhy(planned.waits) : describeWhy(IN_TURN);
			const words = { ...describeWords(planned.text), ...gift };
			return at(SCHEDULED, { ...words, status: 'scheduled', scheduledFor: planned.dueAt.toISOString(), ...why, ...waiting });
		}
		case 'there': {
			const why = describeWhy(whyThere(planned.status));
			const isWaiting = planned.status === 'scheduled';
			return isWaiting
				? at(SCHEDULED, { status: 'scheduled', scheduledFor: planned.at.toISOString(), ...why, ...waiting })
				: at(SKIPPED, { status: planned.status, ...why });
		}
		default:
			return at(SKIPPED, { status: 'skipped', ...(planned ? describeWhy(planned) : {}) });
	}
}

/** Whatever else a text waits for. */
const PAUSED = describeWhy({ rule: 'campaign-paused' satisfies ItemReason, reason: 'The campaign is paused. Its texts wait until it is resumed.' });

const IN_TURN = { rule: 'next-in-turn' satisfies ItemReason, reason: 'It may leave now, and waits in the outbox for its turn.' };
