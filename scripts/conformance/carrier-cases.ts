import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { carrierById } from '../../lib/carriers';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { type Failure, type Report, report } from './report';

export interface CarrierCase {
	readonly id: string;
}

export type Differences = ReadonlyArray<Omit<Failure, 'case'>>;

/** What the credential must have besides the keys that a case names. */
const REST_OF_CREDENTIAL = { accountSid: `AC${'0'.repeat(32)}`, apiKey: 'not-used' };

export const configOf = (carrier: Carrier<CarrierConfig>, credentials: object = {}): CarrierConfig =>
	carrier.readConfig({ ...REST_OF_CREDENTIAL, ...credentials });

/**
 * Checks the cases in `<carrier>/<file>` below a folder, or in the one carrier's folder itself. A carrier that is not built
 * fails each of them.
 *
 * @param isCounted cases that are a matter of judgement are reported only.
 */
export function checkCarriers<Case extends CarrierCase>(
	folder: string,
	file: RegExp,
	isCounted: (one: Case) => boolean,
	differences: (carrier: Carrier<CarrierConfig>, one: Case) => Differences,
): Report {
	const all = filesIn(folder, file).flatMap(({ carrierId, name, path }) => {
		const carrier = carrierById(carrierId);
		const notBuilt = [{ field: 'carrier', wanted: carrierId, got: 'not built' }];
		const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { cases: readonly Case[] };
		return cases.map((one) => ({
			name: `${carrierId}/${name} ${one.id}`,
			isCounted: isCounted(one),
			failures: carrier ? differences(carrier, one) : notBuilt,
		}));
	});
	const uncounted = all
		.filter((one) => !one.isCounted)
		.map(({ name, failures }) => ({ case: name, agrees: failures.length === 0 }));
	return { ...report(all.filter((one) => one.isCounted)), uncounted };
}

function filesIn(folder: string, file: RegExp): Array<{ carrierId: string; name: string; path: string }> {
	const matching = (path: string) =>
		readdirSync(path)
			.filter((name) => file.test(name))
			.map((name) => ({ carrierId: basename(path), name, path: join(path, name) }));
	const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	return [...matching(folder), ...folders.flatMap(({ name }) => matching(join(folder, name)))];
}
