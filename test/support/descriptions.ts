// The descriptions of our nodes and credentials, as n8n reads them.
import { basename, join } from 'node:path';
import {
	type ICredentialType,
	type INode,
	type INodeProperties,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
	Workflow,
} from 'n8n-workflow';
import { filesIn, ROOT } from './source-files';

/** Loads a class from the file that n8n would load, by the name n8n looks for. */
async function load<T>(path: string): Promise<T> {
	const className = basename(path).split('.')[0] as string;
	const module = (await import(join(ROOT, path))) as Record<string, new () => T>;
	return new (module[className] as new () => T)();
}

export const loadNodes = async (): Promise<Map<string, INodeType>> => {
	const paths = filesIn('nodes', '.node.ts');
	return new Map(await Promise.all(paths.map(async (path) => [path, await load<INodeType>(path)] as const)));
};

export const loadCredentials = async (): Promise<Map<string, ICredentialType>> => {
	const paths = filesIn('credentials', '.credentials.ts');
	return new Map(await Promise.all(paths.map(async (path) => [path, await load<ICredentialType>(path)] as const)));
};

/** A field with its dotted path, the fields beside it, and the choices it has, if any. */
export interface Field {
	readonly path: string;
	readonly field: INodeProperties;
	readonly siblings: readonly INodeProperties[];
	readonly choices: readonly INodePropertyOptions[];
}

/** Every field, also within collections. */
export function fieldsOf(properties: readonly INodeProperties[], prefix = ''): Field[] {
	return properties.flatMap((field) => {
		const path = `${prefix}${field.name}`;
		const isLoaded = field.typeOptions?.loadOptionsMethod !== undefined;
		const isChoice = (field.type === 'options' || field.type === 'multiOptions') && !isLoaded;
		const own = {
			path,
			field,
			siblings: properties,
			choices: isChoice ? (field.options as INodePropertyOptions[]) : [],
		};
		if (field.type === 'collection') return [own, ...fieldsOf(field.options as INodeProperties[], `${path}.`)];
		if (field.type !== 'fixedCollection') return [own];
		const groups = field.options as Array<{ name: string; values: INodeProperties[] }>;
		return [own, ...groups.flatMap(({ name, values }) => fieldsOf(values, `${path}.${name}.`))];
	});
}

/** What a node can do, under all its resources. */
export const operationsOf = ({ properties }: INodeTypeDescription): INodePropertyOptions[] =>
	fieldsOf(properties)
		.filter(({ path }) => path === 'operation')
		.flatMap(({ choices }) => choices);

/** A node with its parameters, in a workflow of its own: enough to work out its expressions. */
export function placed(description: INodeTypeDescription, parameters: INode['parameters']) {
	const node: INode = { id: '1', name: 'Node', type: description.name, typeVersion: 1, position: [0, 0], parameters };
	const nodeType = { description } as INodeType;
	const nodeTypes = { getByName: () => nodeType, getByNameAndVersion: () => nodeType, getKnownTypes: () => ({}) };
	return { node, workflow: new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes }) };
}
