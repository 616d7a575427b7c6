import { type ICredentialType, type Icon, type INodeProperties } from 'n8n-workflow';

/** Tested by the nodes that use it: the test opens the ledger. */
export class CommerceSmsShopApi implements ICredentialType {
	name = 'commerceSmsShopApi';

	displayName = 'Commerce SMS: Shop API';

	icon: Icon = { light: 'file:../icons/shop.svg', dark: 'file:../icons/shop.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/shop.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Brand',
			name: 'brand',
			type: 'string',
			default: '',
			placeholder: 'e.g. Acme Store',
			description: 'How customers know your shop. Texts begin with it.',
		},
		{
			displayName: 'Support Phone',
			name: 'supportPhone',
			type: 'string',
			default: '',
			placeholder: 'e.g. +48 22 123 45 67',
			description: 'Where customers can call with questions, as it should stand in the texts',
		},
		{
			displayName: 'Shop Link',
			name: 'shopUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://acme.example',
		},
		{
			displayName: 'Default Country',
			name: 'defaultCountry',
			type: 'string',
			default: '',
			placeholder: 'e.g. PL',
			description:
				'Two-letter country code for phone numbers without one, where the order has no address. Most orders have.',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Warsaw',
			description:
				'Zone of your shop, for delivery times of customers in countries with several zones. Empty: the zone of your n8n.',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'e.g. pl',
			description:
				'Language code for customers whose own is unknown: neither the order nor the country tells. Empty: English.',
		},
		{
			displayName: 'What STOP Ends',
			name: 'optOutScope',
			type: 'options',
			options: [
				{ name: 'Every Text', value: 'everything', description: 'Also texts about orders. The safe choice.' },
				{
					name: 'Marketing Only',
					value: 'marketing',
					description:
						'Texts about orders go on, except where the carrier itself blocks the number, which no setting can change',
				},
			],
			default: 'everything',
		},
		{
			displayName: 'Shop Key',
			name: 'shopKey',
			type: 'string',
			default: 'default',
			placeholder: 'e.g. acme-de',
			description:
				'Tells shops apart that share this n8n: each remembers its orders and texts under its own key. Do not change it later, or texts may be sent again.',
		},
		{
			displayName: 'Ledger',
			name: 'ledger',
			type: 'options',
			options: [
				{
					name: 'SQLite File',
					value: 'sqlite',
					description: 'A file beside n8n’s own data. For n8n on one process.',
				},
			],
			default: 'sqlite',
			description: 'Where it is remembered which texts were sent, so that none is sent twice',
		},
		{
			displayName: 'Ledger File',
			name: 'ledgerPath',
			type: 'string',
			default: '',
			placeholder: 'e.g. /home/node/.n8n/commerce-sms/ledger.sqlite',
			description: 'Empty: in n8n’s own folder. Must be on a local disk that outlives updates of n8n.',
			displayOptions: { show: { ledger: ['sqlite'] } },
		},
	];
}
