import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { lookupForm } from '../../../lib/domain/codes/lookup-form';
import { csvText, readCsv } from '../../../lib/domain/csv';
import { DomainError } from '../../../lib/domain/errors';
import { define } from '../../../lib/flows/give-code';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { because } from '../reasons';
import { readOffer, readSeriesName, textOf } from '../settings';
import { withWorld, type World } from '../world';

/** Positions of the outputs; saved in workflows. */
const ADDED = 0;
const REFUSED = 1;

interface Row {
	readonly itemIndex: number;
	/** Of items: counted from 1; of a CSV: as a spreadsheet counts, where the header is row 1. */
	readonly number: number;
	readonly code: string;
	readonly problem?: string | undefined;
}

/** Stored in one transaction. */
const CHUNK = 50_000;

/** A pool: codes that somebody else made, with the rules that the operator says they have. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	await withWorld(this, async (world) => {
		const bySeries = new Map<string, Row[]>();
		for (const itemIndex of this.getInputData().keys()) {
			try {
				const name = readSeriesName(this, itemIndex);
				readOffer(this, itemIndex, world.profile);
				bySeries.set(name, [...(bySeries.get(name) ?? []), ...(await readRows(this, itemIndex))]);
			} catch (error) {
				if (!this.continueOnFail()) throw toNodeError(error, this.getNode(), itemIndex);
				outputs[REFUSED]?.push(failedItem(error, this.getNode(), itemIndex));
			}
		}
		for (const [name, rows] of bySeries) {
			const itemIndex = rows[0]?.itemIndex ?? 0;
			try {
				outputs[ADDED]?.push({
					json: await addRows(this, name, rows, outputs, world),
					pairedItem: { item: itemIndex },
				});
			} catch (error) {
				if (!this.continueOnFail()) throw toNodeError(error, this.getNode(), itemIndex);
				outputs[REFUSED]?.push(failedItem(error, this.getNode(), itemIndex));
			}
		}
	});
	return outputs;
}

async function addRows(
	context: IExecuteFunctions,
	name: string,
	rows: readonly Row[],
	outputs: INodeExecutionData[][],
	{ profile, deps }: World,
): Promise<IDataObject> {
	const offer = readOffer(context, rows[0]?.itemIndex ?? 0, profile);
	const series = await define(
		{ shop: profile.key, name, kind: 'pool', offer, pattern: '{}', newId: deps.newId() },
		deps,
	);
	const codes = new Map<string, string>();
	for (const { itemIndex, number, code, problem } of rows) {
		const form = lookupForm(code);
		const objection =
			problem ??
			(form === '' ? 'There is no code in this row.' : codes.has(form) ? 'The list has this code twice.' : undefined);
		if (objection === undefined) codes.set(form, code);
		else
			outputs[REFUSED]?.push({
				json: { row: number, code, series: name, ...because('bad-row', objection) },
				pairedItem: { item: itemIndex },
			});
	}
	const all = [...codes.values()];
	let [added, total] = [0, 0];
	for (let start = 0; start === 0 || start < all.length; start += CHUNK) {
		const stored = await deps.ledger.addCodes(profile.key, series.id, all.slice(start, start + CHUNK), deps.now());
		added += stored.added;
		total = stored.total;
	}
	const [stats] = await deps.ledger.seriesStats(profile.key, name);
	return { series: name, rows: rows.length, added, alreadyThere: all.length - added, total, left: stats?.free ?? null };
}

async function readRows(context: IExecuteFunctions, itemIndex: number): Promise<Row[]> {
	const column = textOf(context.getNodeParameter('codeColumn', itemIndex, 'code')) || 'code';
	const from = context.getNodeParameter('addFrom', 0, 'file') as string;
	if (from === 'items') {
		const item = context.getInputData()[itemIndex]?.json ?? {};
		return [{ itemIndex, number: itemIndex + 1, code: textOf(item[column]) }];
	}
	const { headers, rows } = readCsv(await textFrom(context, itemIndex, from));
	const named =
		headers.find((header) => header.toLowerCase() === column.toLowerCase()) ??
		(headers.length === 1 ? headers[0] : undefined);
	if (named === undefined) {
		throw new DomainError(
			'bad-setting',
			`No column of the CSV is called "${column}"; its first line has ${headers.map((header) => `"${header.slice(0, 30)}"`).join(', ') || 'nothing'}`,
			'Fill in Code Column, or name the columns in the first line.',
		);
	}
	return rows.map(({ number, values, problem }) => ({ itemIndex, number, code: textOf(values[named]), problem }));
}

async function textFrom(context: IExecuteFunctions, itemIndex: number, from: string): Promise<string> {
	if (from === 'text') return String(context.getNodeParameter('csvText', itemIndex, ''));
	const field = textOf(context.getNodeParameter('inputField', itemIndex, 'data'));
	context.helpers.assertBinaryData(itemIndex, field);
	return csvText(await context.helpers.getBinaryDataBuffer(itemIndex, field));
}
