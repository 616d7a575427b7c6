exports.BareTrigger = class {
	description = {
		displayName: 'Bare Trigger',
		name: 'bareTrigger',
		group: ['trigger'],
		version: 2,
		description: 'Takes a webhook and does nothing with it',
		defaults: { name: 'Bare Trigger' },
		inputs: [],
		outputs: ['main'],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: '', path: 'bare' }],
		properties: [{ displayName: 'Start the Workflow', name: 'start', type: 'boolean', default: true }],
	};

	async webhook() {
		const workflowData = this.getNodeParameter('start') ? [[{ json: {} }]] : undefined;
		return { webhookResponse: '', workflowData };
	}
};
