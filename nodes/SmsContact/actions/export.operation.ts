import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { writeCsv } from '../../../lib/domain/csv';
import { type FoundPerson } from '../../../lib/ledger/people';
import { forEachItem } from '../../shared/for-each-item';
import { readShop } from '../../shared/shop';
import { describeFound } from '../outputs';
import { searchAll } from '../searching';
import { textOf } from '../settings';

const EXPORTED = 0;

/** The file can be imported again: its first columns have the names that Import knows. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[]];
	await forEachItem(this, outputs, EXPORTED, async (itemIndex) => {
		const people = await searchAll(this, itemIndex, await readShop(this));
		const pairedItem = { item: itemIndex };
		if (this.getNodeParameter('exportAs', itemIndex, 'csv') === 'items') {
			for (const person of people) outputs[EXPORTED]?.push({ json: describeFound(person), pairedItem });
			return;
		}
		const fileName = textOf(this.getNodeParameter('fileName', itemIndex, '')) || 'contacts.csv';
		const field = textOf(this.getNodeParameter('outputField', itemIndex, '')) || 'data';
		const bytes = Buffer.from(csvOf(people), 'utf8');
		const file = await this.helpers.prepareBinaryData(bytes, fileName, 'text/csv');
		outputs[EXPORTED]?.push({ json: { people: people.length, fileName }, binary: { [field]: file }, pairedItem });
	});
	return outputs;
}

const COLUMNS: ReadonlyArray<readonly [header: string, value: (person: FoundPerson) => string | undefined]> = [
	['phone', ({ phone }) => phone],
	['name', ({ name }) => name],
	['first name', ({ firstName }) => firstName],
	['language', ({ language }) => language],
	['country', ({ country }) => country],
	['time zone', ({ timeZone }) => timeZone],
	['birthday', ({ birthday }) => birthday],
	['customer id', ({ customerId }) => customerId],
	['tags', ({ tags }) => tags.join('; ')],
	['other phones', ({ phones, phone }) => phones.flatMap((one) => (one.phone === phone ? [] : one.phone)).join('; ')],
	['marketing consent', (person) => consentOf(person, 'marketing')],
	['survey consent', (person) => consentOf(person, 'survey')],
	['opted out', ({ optedOut }) => (optedOut ? 'yes' : 'no')],
	['orders', ({ orders }) => String(orders)],
	['last order', ({ lastOrderAt }) => lastOrderAt?.toISOString()],
	['spent', ({ spent }) => spent.map(({ total, currency }) => `${total} ${currency}`).join('; ')],
	['last texted', ({ lastTextedAt }) => lastTextedAt?.toISOString()],
	['saved at', ({ createdAt }) => createdAt.toISOString()],
];

const consentOf = ({ consents }: FoundPerson, purpose: string) =>
	consents.find((consent) => consent.purpose === purpose)?.status ?? 'none';

function csvOf(people: readonly FoundPerson[]): string {
	const taken = new Set(COLUMNS.map(([header]) => header));
	const own = [...new Set(people.flatMap(({ fields }) => Object.keys(fields)))]
		.filter((name) => !taken.has(name))
		.sort();
	const rows = people.map((person) => [
		...COLUMNS.map(([, value]) => value(person) ?? ''),
		...own.map((name) => person.fields[name] ?? ''),
	]);
	return writeCsv([...taken, ...own], rows);
}
