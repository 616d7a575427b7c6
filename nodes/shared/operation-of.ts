/** The field of a resource's operations; the caller adds the options and which is the default. */
export const operationOf = (resource: string) => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options' as const,
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
});
