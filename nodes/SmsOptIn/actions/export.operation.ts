import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { writeCsv } from '../../../lib/domain/csv';
import { CONSENT_PURPOSES, CONSENT_SOURCES, CONSENT_STATUSES, type ConsentStatus } from '../../../lib/domain/consent/consent';
import { DomainError } from '../../../lib/domain/errors';
import { type ConsentLine, type ConsentSearch } from '../../../lib/ledger/consent';
import { type Ledger } from '../../../lib/ledger/ledger';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { choiceOf, describePhone, readTimeIn, textIn } from '../items';

const EXPORTED = 0;

/** Lines that are read from the ledger at a time. */
const PAGE = 1_000;

/** Who stands where. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[]];
	await forEachItem(this, outputs, EXPORTED, async (itemIndex) => {
		const pairedItem = { item: itemIndex };
		const { profile, ledger } = await readShop(this);
		const isAll = this.getNodeParameter('returnAll', itemIndex) as boolean;
		const most = isAll ? Infinity : Math.max(1, Math.floor(Number(this.getNodeParameter('limit', itemIndex, 50))) || 50);
		const search = { shop: profile.key, ...readFilters(this.getNodeParameter('filters', itemIndex, {}) as IDataObject, this.getTimezone()) };
		const lines = await withLedger(ledger, (open) => listAll(open, search, most));
		if (this.getNodeParameter('format', itemIndex) !== 'csv') {
			for (const line of lines) outputs[EXPORTED]?.push({ json: describeLine(line), pairedItem });
			return;
		}
		const file = Buffer.from(writeCsv(Object.keys(COLUMNS), lines.map(cellsOf)));
		outputs[EXPORTED]?.push({
			json: { consents: lines.length },
			binary: { data: await this.helpers.prepareBinaryData(file, 'consents.csv', 'text/csv') },
			pairedItem,
		});
	});
	return outputs;
}

type Filters = Omit<ConsentSearch, 'shop' | 'after' | 'limit'>;

function readFilters(filters: IDataObject, zone: string): Filters {
	return {
		purpose: choiceIn('What For', filters.purpose, CONSENT_PURPOSES),
		status: choiceIn('State', filters.status, CONSENT_STATUSES.filter(isListed)),
		source: choiceIn('Where It Comes From', filters.source, CONSENT_SOURCES),
		since: timeIn('Since', filters.since, zone),
		until: timeIn('Until', filters.until, zone),
	};
}

const isListed = (status: ConsentStatus): status is Exclude<ConsentStatus, 'none'> => status !== 'none';

/** A filter that says nothing we know would list everybody: better none at all. */
const choiceIn = <T extends string>(label: string, value: unknown, choices: readonly T[]): T | undefined =>
	textIn(value) === undefined ? undefined : choiceOf(label, value, choices);

function timeIn(label: string, value: unknown, zone: string): Date | undefined {
	const time = readTimeIn(zone, value);
	if (time === null) throw new DomainError('bad-setting', `${label} is no time`, 'Give an ISO time, e.g. 2026-05-03T00:00:00Z');
	return time;
}

async function listAll(ledger: Ledger, search: Omit<ConsentSearch, 'after' | 'limit'>, most: number): Promise<ConsentLine[]> {
	const lines: ConsentLine[] = [];
	while (lines.length < most) {
		const limit = Math.min(PAGE, most - lines.length);
		const page = await ledger.listConsents({ ...search, after: lines.at(-1), limit });
		lines.push(...page);
		if (page.length < limit) break;
	}
	return lines;
}

const iso = (date: Date | undefined) => date?.toISOString() ?? null;

const describeLine = (line: ConsentLine): IDataObject => ({
	...describePhone(line.phone),
	purpose: line.purpose,
	status: line.status,
	since: line.since.toISOString(),
	source: line.source,
	language: line.language ?? null,
	askedAt: iso(line.askedAt),
	confirmedAt: iso(line.confirmedAt),
	revokedAt: iso(line.revokedAt),
	wording: line.wording ?? null,
});

/** In their order; files are read by these names. Append, never rename. */
const COLUMNS: Readonly<Record<string, (line: ConsentLine) => string | undefined>> = {
	phone: ({ phone }) => phone,
	purpose: ({ purpose }) => purpose,
	status: ({ status }) => status,
	since: ({ since }) => since.toISOString(),
	source: ({ source }) => source,
	language: ({ language }) => language,
	askedAt: ({ askedAt }) => askedAt?.toISOString(),
	confirmedAt: ({ confirmedAt }) => confirmedAt?.toISOString(),
	revokedAt: ({ revokedAt }) => revokedAt?.toISOString(),
	wording: ({ wording }) => wording,
};

const cellsOf = (line: ConsentLine): string[] => Object.values(COLUMNS).map((cell) => cell(line) ?? '');
