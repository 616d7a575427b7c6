import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { carrierCredentials } from '../shared/carrier-field';
import { credentialTest } from '../shared/credential-tests';
import { audienceFields } from './fields/audience';
import { operationFields, SENDING } from './fields/operations';
import { optionFields, runningFields } from './fields/options';
import { textFields } from './fields/texts';
import { timingFields } from './fields/timing';
import { campaignHints } from './hints';

export class SmsCampaign implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMS Campaign',
		name: 'smsCampaign',
		icon: { light: 'file:../../icons/sms-campaign.svg', dark: 'file:../../icons/sms-campaign.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { sendAnnouncement: "Send announcement", sendBirthdayGift: "Send birthday gift", winBack: "Win back", preview: "Preview", pause: "Pause", resume: "Resume", cancel: "Cancel", report: "Report" }[$parameter.operation] }}',
		description:
			'Texts offers to customers who agreed to them, each once, at an hour that is lawful and welcome; tells what came of it',
		defaults: { name: 'SMS Campaign' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		// Positions are saved in workflows. Only the names differ by operation; the canvas shows some ten letters of them.
		outputs: `={{ ({
			sendAnnouncement: ['Sent', 'Scheduled', 'Skipped'],
			sendBirthdayGift: ['Sent', 'Scheduled', 'Skipped'],
			winBack: ['Sent', 'Scheduled', 'Skipped'],
			preview: ['Would Send', 'Would Wait', 'Would Skip', 'Summary'],
			pause: ['Paused', 'Not Found'],
			resume: ['Resumed', 'Not Found'],
			cancel: ['Cancelled', 'Not Found'],
			report: ['Report', 'Not Found'],
		})[$parameter.operation].map((displayName) => ({ type: 'main', displayName })) }}`,
		credentials: carrierCredentials({ operation: SENDING }, { hasFallback: true }),
		hints: campaignHints,
		properties: [
			...operationFields,
			...audienceFields,
			...textFields,
			...timingFields,
			...optionFields,
			...runningFields,
		],
	};

	methods = { credentialTest };

	// The operations are loaded when first used: n8n requires every node when it starts.
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const name = this.getNodeParameter('operation', 0) as keyof typeof OPERATIONS;
		const { execute } = await OPERATIONS[name]();
		return await execute.call(this);
	}
}

const OPERATIONS = {
	cancel: () => import('./actions/cancel.operation'),
	pause: () => import('./actions/pause.operation'),
	preview: () => import('./actions/preview.operation'),
	report: () => import('./actions/report.operation'),
	resume: () => import('./actions/resume.operation'),
	sendAnnouncement: () => import('./actions/sendAnnouncement.operation'),
	sendBirthdayGift: () => import('./actions/sendBirthdayGift.operation'),
	winBack: () => import('./actions/winBack.operation'),
};
