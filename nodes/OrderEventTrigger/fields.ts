import { type ICredentialsDisplayOptions, type IDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { SOURCE_CREDENTIAL, SOURCE_ENTRIES, type SourceEntry } from '../../lib/sources/webhooks';
import { TEXTED_STAGES } from '../../lib/domain/stages';
import { publicUrlField } from '../shared/public-url';
import { STAGE_OPTIONS } from '../shared/stage-options';

const idsOf = (which: (source: SourceEntry) => unknown): string[] =>
	SOURCE_ENTRIES.filter((source) => which(source)).map(({ id }) => id);

const byUrl = ['auto', ...idsOf(({ proof, choosesSecret, signsForSome }) => proof === 'secret-url' || choosesSecret || signsForSome)];
const bySecret = idsOf(({ proof, choosesSecret, signsForSome, hasKeys }) => proof !== 'secret-url' && !choosesSecret && !signsForSome && !hasKeys);
const registering = idsOf(({ registers }) => registers);

/**
 * The sources that have an account of this credential type.
 *
 * "/source", not "source": the editor takes a field that alone decides over credentials for a choice of sign-in method.
 */
export const shownFor = (type: string): ICredentialsDisplayOptions => ({
	show: {
		'/source': idsOf(
			({ credential = SOURCE_CREDENTIAL, secret, registers, looksUp }) =>
				credential === type && (secret ?? registers ?? looksUp),
		),
	},
});

/** For whoever enters the URL at the source by hand. */
const urlSecretFields = (displayOptions: IDisplayOptions): INodeProperties[] => [
	{
		displayName:
			'This source does not sign what it sends, or lets you choose what it signs with: a secret of this n8n shows that a webhook comes from there. Put it behind the webhook URL; where the source asks for a secret of the webhook, enter what follows "?key=" there instead. Keep it to yourself.',
		name: 'urlNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Secret of the URL Name or ID',
		name: 'urlSecret',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'sourceSecret', loadOptionsDependsOn: ['source'] },
		default: '',
		displayOptions,
		description:
			'What goes behind the webhook URL; switch the field to Expression to copy it. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

export const fields: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Detect by Itself', value: 'auto' },
			...SOURCE_ENTRIES.map(({ id, name }) => ({ name, value: id })).sort((a, b) => a.name.localeCompare(b.name)),
		],
		default: 'auto',
		description: 'The shop or parcel tracker that sends its webhooks here',
	},
	{
		displayName:
			'What this source sends is checked by its signature or secret: anything else is refused. Choose its credential and fill in Webhook Secret there. Then enter the webhook URL above at the source, unless the node does that itself.',
		name: 'signatureNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { source: bySecret } },
	},
	{
		displayName: 'Set Up the Webhook',
		name: 'register',
		type: 'boolean',
		default: true,
		displayOptions: { show: { source: registering } },
		description:
			'Whether to have the source call this n8n while the workflow is active, through its API. Webhooks that are there already stay. Off: you enter the URL at the source.',
	},
	...urlSecretFields({ show: { source: byUrl.filter((id) => !registering.includes(id)) } }),
	...urlSecretFields({ show: { source: byUrl.filter((id) => registering.includes(id)), register: [false] } }),
	{
		displayName: 'Stages to Emit',
		name: 'stages',
		type: 'multiOptions',
		options: STAGE_OPTIONS,
		default: [...TEXTED_STAGES],
		description: 'Which news start the workflow. All other events start no execution.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Completed Means',
				name: 'completedMeans',
				type: 'options',
				options: [
					{ name: 'Delivered', value: 'delivered' },
					{ name: 'Shipped', value: 'shipped' },
				],
				default: 'shipped',
				description: 'What the WooCommerce status "completed" means in your shop: WooCommerce has no word for shipped',
			},
			{
				displayName: 'Confirm Unpaid Orders',
				name: 'unpaidIsConfirmed',
				type: 'boolean',
				default: false,
				description:
					'Whether orders that are still to be paid count as confirmed. Switch it on for cash on delivery or bank transfer.',
			},
			{
				displayName: 'Look Up Orders',
				name: 'lookUp',
				type: 'boolean',
				default: true,
				description:
					'Whether to fetch the order where the webhook has only its number, if the credential allows it. Events that stay without a phone leave by Needs Look-Up.',
			},
			publicUrlField,
		],
	},
];
