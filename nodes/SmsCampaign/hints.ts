import { type NodeHint } from 'n8n-workflow';

const SENDS = "['sendAnnouncement', 'sendBirthdayGift', 'winBack'].includes($parameter.operation)";

/** What the editor says before anything has run: it does not know whether an SMS Outbox Trigger is active. */
export const campaignHints: NodeHint[] = [
	{
		type: 'info',
		message:
			'Texts that have to wait for their hour are sent by an SMS Outbox Trigger: one published workflow with it does for the whole shop.',
		displayCondition: `={{ ${SENDS} }}`,
		location: 'ndv',
		whenToDisplay: 'beforeExecution',
	},
	{
		type: 'warning',
		message: 'Test Redirect is set: the texts go to your own phone, and nobody else gets one.',
		displayCondition: `={{ ${SENDS} && !!$parameter.options?.testRedirect }}`,
		location: 'ndv',
		whenToDisplay: 'always',
	},
];
