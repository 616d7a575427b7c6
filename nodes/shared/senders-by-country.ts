import { type IDataObject, type INodeProperties } from 'n8n-workflow';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { readSenderTable, type SenderTable } from '../../lib/domain/sender-table';
import { checkedSender } from './sender';

/** One of the options of every node that texts people of several countries. */
export const sendersByCountryField: INodeProperties = {
	displayName: 'Senders by Country',
	name: 'sendersByCountry',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Sender',
	default: {},
	description:
		'Who texts to some countries come from: a short code here, a name there. All other countries get the Sender. The first line that names the country counts.',
	options: [
		{
			displayName: 'Sender',
			name: 'senders',
			values: [
				{
					displayName: 'Countries',
					name: 'countries',
					type: 'string',
					default: '',
					placeholder: 'e.g. US, CA',
					description: 'Two-letter codes of the countries of the phone numbers, with commas between them',
				},
				{
					displayName: 'Sender',
					name: 'sender',
					type: 'string',
					default: '',
					placeholder: 'e.g. 72345',
					description: 'A number, a short code, or a name of up to 11 characters, as your carrier has it for you',
				},
			],
		},
	],
};

/** @throws DomainError for a country that is none, and for a sender that the carrier does not know. */
export function readSendersByCountry(options: IDataObject, carrier: Carrier<CarrierConfig>): SenderTable {
	const { senders = [] } = (options.sendersByCountry ?? {}) as { senders?: IDataObject[] };
	const rows = senders.map(({ countries, sender }) => ({ countries: String(countries ?? ''), sender: String(sender ?? '') }));
	return readSenderTable(rows).map(({ countries, sender }) => ({
		countries,
		sender: checkedSender(sender, 'Sender among the Senders by Country', carrier),
	}));
}
