import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentialTest } from '../shared/credential-tests';
import { importFields } from './fields/import';
import { saveFields } from './fields/save';
import { searchFields } from './fields/search';
import { whichFields } from './fields/which';

export class SmsContact implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMS Contact',
		name: 'smsContact',
		icon: { light: 'file:../../icons/sms-contact.svg', dark: 'file:../../icons/sms-contact.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { save: "Save", get: "Get", search: "Search", tag: "Tag", untag: "Untag", import: "Import", export: "Export", forget: "Forget" }[$parameter.operation] }}',
		description: 'Keeps what you know of the people you text: saves, finds, tags, imports, exports and forgets them',
		defaults: { name: 'SMS Contact' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		// Positions are saved in workflows. Only the names may change.
		outputs: `={{ ({
			save: ['Saved', 'Refused'],
			get: ['Found', 'Not Found'],
			search: ['People'],
			tag: ['Tagged', 'Not Found'],
			untag: ['Untagged', 'Not Found'],
			import: ['Saved', 'Merged', 'Refused'],
			export: ['Exported'],
			forget: ['Forgotten', 'Not Known'],
		})[$parameter.operation].map((displayName) => ({ type: 'main', displayName })) }}`,
		credentials: [{ name: 'commerceSmsShopApi', displayName: 'Shop', required: false, testedBy: 'testShop' }],
		properties: [
			// eslint-disable-next-line @n8n/community-nodes/resource-operation-pattern -- all are about people: a choice of one is none
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Export',
						value: 'export',
						action: 'Export people',
						description: 'Give out everybody who meets some conditions, as items or as a CSV file',
					},
					{
						name: 'Forget',
						value: 'forget',
						action: 'Forget a person',
						description:
							'Erase a person for good: names, numbers, words of texts and replies. Proofs of consent and opt-outs stay, without the number, so that no import can bring the person back.',
					},
					{
						name: 'Get',
						value: 'get',
						action: 'Get a person',
						description: 'What is known of a person: details, numbers, tags, consent, orders, last text',
					},
					{
						name: 'Import',
						value: 'import',
						action: 'Import a list of people',
						description:
							'Save many people from items or a CSV, and say of each row what became of it. Gives nobody’s consent: for that use SMS Opt-In, Record Consent.',
					},
					{
						name: 'Save',
						value: 'save',
						action: 'Save a person',
						description: 'Add a person, or add to what is known of them',
					},
					{
						name: 'Search',
						value: 'search',
						action: 'Search people',
						description: 'Find people by tag, country, language, orders, consent, last text or birthday',
					},
					{ name: 'Tag', value: 'tag', action: 'Tag a person', description: 'Add tags to a person' },
					{ name: 'Untag', value: 'untag', action: 'Untag a person', description: 'Take tags away from a person' },
				],
				default: 'save',
			},
			...importFields,
			...saveFields, // some of them are Import's too, and come after its own
			...whichFields,
			...searchFields,
		],
	};

	methods = { credentialTest };

	// The operations are loaded when first used: n8n requires every node when it starts.
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as string;
		if (operation === 'get') return await (await import('./actions/get.operation')).execute.call(this);
		if (operation === 'search') return await (await import('./actions/search.operation')).execute.call(this);
		if (operation === 'tag') return await (await import('./actions/tag.operation')).execute.call(this);
		if (operation === 'untag') return await (await import('./actions/untag.operation')).execute.call(this);
		if (operation === 'import') return await (await import('./actions/import.operation')).execute.call(this);
		if (operation === 'export') return await (await import('./actions/export.operation')).execute.call(this);
		if (operation === 'forget') return await (await import('./actions/forget.operation')).execute.call(this);
		return await (await import('./actions/save.operation')).execute.call(this);
	}
}
