import { type INodeProperties } from 'n8n-workflow';
import { type CampaignKind } from '../../../lib/ledger/campaigns';
import { operationOf } from '../../shared/operation-of';

/** The operation that sends each kind. */
export const OPERATION_OF: Readonly<Record<CampaignKind, string>> = {
	announcement: 'sendAnnouncement',
	'birthday-gift': 'sendBirthdayGift',
	'win-back': 'winBack',
};

export const SENDING = Object.values(OPERATION_OF);
/** Those that are about an audience and a text. */
export const WITH_TEXTS = [...SENDING, 'preview'];

type Conditions = Record<string, Array<string | boolean>>;

/** A field of every kind of campaign, and of its preview. */
export const forAll = (field: INodeProperties, more: Conditions = {}): INodeProperties => ({
	...field,
	displayOptions: { show: { operation: WITH_TEXTS, ...more } },
});

/** A field of some kinds only; the preview asks which kind it is about. */
export const forKinds = (kinds: CampaignKind[], field: INodeProperties, more: Conditions = {}): INodeProperties[] => [
	{ ...field, displayOptions: { show: { operation: kinds.map((kind) => OPERATION_OF[kind]), ...more } } },
	{ ...field, displayOptions: { show: { operation: ['preview'], previewOf: kinds, ...more } } },
];

/** What the node can do. Each operation has a name of its own, so that fields need not ask for the resource. */
export const operationFields: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Campaign', value: 'campaign', description: 'Texts to many people' },
			{ name: 'Running Campaign', value: 'running', description: 'One that has begun' },
		],
		default: 'campaign',
	},
	{
		...operationOf('campaign'),
		options: [
			{
				name: 'Preview',
				value: 'preview',
				action: 'Preview a campaign',
				description:
					'Who would get what, when, and why not; with segments and cost by country. Nothing is sent or remembered.',
			},
			{
				name: 'Send Announcement',
				value: 'sendAnnouncement',
				action: 'Send an announcement',
				description: 'A text to everybody who agreed to offers: news, a sale, a new collection. Each person gets it once.',
			},
			{
				name: 'Send Birthday Gift',
				value: 'sendBirthdayGift',
				action: 'Send birthday gifts',
				description:
					'A text with a code of their own to everybody whose birthday it is where they live, once a year. Run it every day.',
			},
			{
				name: 'Win Back',
				value: 'winBack',
				action: 'Win customers back',
				description:
					'A text to customers who have not ordered for long, once for each time that they stay away. Run it every day.',
			},
		],
		default: 'sendAnnouncement',
	},
	{
		...operationOf('running'),
		options: [
			{
				name: 'Cancel',
				value: 'cancel',
				action: 'Cancel a campaign',
				description: 'Take all its texts that wait out of the outbox, for good',
			},
			{
				name: 'Pause',
				value: 'pause',
				action: 'Pause a campaign',
				description: 'Send no more of its texts until it is resumed',
			},
			{
				name: 'Report',
				value: 'report',
				action: 'Report on a campaign',
				description:
					'What was sent, delivered and failed, who replied or opted out, codes redeemed and what came in by them; with a page to look at',
			},
			{
				name: 'Resume',
				value: 'resume',
				action: 'Resume a campaign',
				description: 'Let a campaign that was paused go on',
			},
		],
		default: 'report',
	},
	{
		displayName: 'What to Preview',
		name: 'previewOf',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Announcement', value: 'announcement' },
			{ name: 'Birthday Gift', value: 'birthday-gift' },
			{ name: 'Win-Back', value: 'win-back' },
		],
		default: 'announcement',
		description: 'Set everything as you will in the sending operation',
		displayOptions: { show: { operation: ['preview'] } },
	},
];
