import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { csvText, readCsv } from '../../../lib/domain/csv';
import { DomainError } from '../../../lib/domain/errors';
import { hasPhoneColumn } from '../../../lib/domain/person-columns';
import { type PersonToSave, type Saved } from '../../../lib/ledger/people';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { withLedger } from '../../shared/open-ledger';
import { readShop, type Shop } from '../../shared/shop';
import { describePerson } from '../outputs';
import { describeForgotten, type Reading, readRow, readSaveOptions, saveAll } from '../saving';
import { textOf } from '../settings';

const SAVED = 0;
const MERGED = 1;
const REFUSED = 2;

interface Row {
	readonly itemIndex: number;
	/** Of items: counted from 1; of a CSV: as a spreadsheet counts, where the header is row 1. */
	readonly number: number;
	readonly reading: Reading;
}

/** Every row is answered: saved, merged into somebody known, or refused and why. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], []];
	const now = new Date();
	const shop = await readShop(this);
	const rows: Row[] = [];
	for (const itemIndex of this.getInputData().keys()) {
		try {
			rows.push(...(await readRows(this, itemIndex, shop, now)));
		} catch (error) {
			if (!this.continueOnFail()) throw toNodeError(error, this.getNode(), itemIndex);
			outputs[REFUSED]?.push(failedItem(error, this.getNode(), itemIndex));
		}
	}
	const people = rows.flatMap((row) => ('reason' in row.reading ? [] : [{ row, person: row.reading }]));
	const saved = await withLedger(shop.ledger, (open) =>
		saveAll(
			open,
			shop.profile.key,
			people.map(({ person }): PersonToSave => person),
			now,
		),
	).catch((error: unknown) => {
		throw toNodeError(error, this.getNode(), 0);
	});
	const results = new Map(saved.map((result, index) => [people[index]?.row, result] as const));
	const firstRows = new Map<string, number>();
	for (const row of rows) {
		const [output, json] = describe(row, results.get(row), firstRows);
		outputs[output]?.push({ json: { row: row.number, ...json }, pairedItem: { item: row.itemIndex } });
	}
	summarise(this, outputs);
	return outputs;
}

async function readRows(context: IExecuteFunctions, itemIndex: number, { profile }: Shop, now: Date): Promise<Row[]> {
	const options = readSaveOptions(context, itemIndex, 'import', profile);
	const from = context.getNodeParameter('importFrom', 0) as string;
	if (from === 'items') {
		const item = context.getInputData()[itemIndex]?.json ?? {};
		return [{ itemIndex, number: itemIndex + 1, reading: readRow(item, options, now) }];
	}
	const { headers, rows } = readCsv(await textFrom(context, itemIndex, from));
	if (!hasPhoneColumn(headers)) {
		throw new DomainError(
			'bad-setting',
			`No column of the CSV is known as the phone; its first line has ${headers.map((header) => `"${header.slice(0, 30)}"`).join(', ') || 'nothing'}`,
			'Let the first line name the columns, and call one of them phone.',
		);
	}
	return rows.map(({ number, values, problem }) => {
		const reading = problem ? { reasonCode: 'bad-row', reason: problem } : readRow(values, options, now);
		return { itemIndex, number, reading };
	});
}

async function textFrom(context: IExecuteFunctions, itemIndex: number, from: string): Promise<string> {
	if (from === 'text') return String(context.getNodeParameter('csvText', itemIndex, ''));
	const field = textOf(context.getNodeParameter('inputField', itemIndex, 'data'));
	context.helpers.assertBinaryData(itemIndex, field);
	return csvText(await context.helpers.getBinaryDataBuffer(itemIndex, field));
}

function describe(
	{ number, reading }: Row,
	result: Saved | undefined,
	firstRows: Map<string, number>,
): [number, IDataObject] {
	if ('reason' in reading) return [REFUSED, { ...reading }];
	if (!result || result.outcome === 'refused') return [REFUSED, result ? describeForgotten(result.at) : {}];
	const { outcome, person, changed } = result;
	const sameAsRow = firstRows.get(person.id) ?? null;
	if (sameAsRow === null) firstRows.set(person.id, number);
	const json = { outcome, changed: [...changed], ...describePerson(person) };
	return outcome === 'saved' ? [SAVED, json] : [MERGED, { sameAsRow, ...json }];
}

function summarise(context: IExecuteFunctions, outputs: readonly INodeExecutionData[][]): void {
	const [saved = 0, merged = 0, refused = 0] = outputs.map(({ length }) => length);
	context.addExecutionHints({
		message: `${saved} people were saved, ${merged} rows merged into people known, ${refused} rows refused. Nobody has given consent by this.`,
		location: 'outputPane',
	});
}
