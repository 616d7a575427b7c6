// As much of GraphQL as clients of a shop use: one operation with variables, aliases, arguments and inline fragments.
// https://spec.graphql.org/October2021/

export interface Selection {
	readonly name: string;
	/** What it is called in the answer. */
	readonly key: string;
	readonly args: Readonly<Record<string, unknown>>;
	readonly selections: readonly Selection[];
	/** Of an inline fragment; its name is "...". */
	readonly on?: string;
}

export class GraphqlError extends Error {}

/** The fields that a query or mutation asks for. @throws GraphqlError for what is no such document. */
export function parseGraphql(
	text: string,
	variables: Readonly<Record<string, unknown>>,
): { readonly kind: 'query' | 'mutation'; readonly selections: Selection[] } {
	const tokens = text.match(/\.\.\.|"(?:[^"\\]|\\.)*"|[_A-Za-z]\w*|-?\d+(?:\.\d+)?|[{}()[\]:$!=]/g) ?? [];
	let at = 0;
	const peek = () => tokens[at] ?? '';
	const next = () => tokens[at++] ?? '';
	function expect(token: string): void {
		const found = next();
		if (found !== token) throw new GraphqlError(`Expected "${token}", found "${found || 'the end'}"`);
	}
	function name(): string {
		const found = next();
		if (!/^[_A-Za-z]/.test(found)) throw new GraphqlError(`Expected a name, found "${found || 'the end'}"`);
		return found;
	}

	/** `($code: String!, …)`: which variables there are, and which of them must be given. */
	function readDefinitions(): void {
		expect('(');
		while (peek() !== ')') {
			expect('$');
			const variable = name();
			expect(':');
			const type: string[] = [];
			while (!['$', ')', ''].includes(peek())) type.push(next());
			declared.add(variable);
			const isMissing = variables[variable] === undefined || variables[variable] === null;
			if (type.at(-1) === '!' && isMissing) {
				throw new GraphqlError(`Variable $${variable} of type ${type.join('')} was provided invalid value`);
			}
		}
		expect(')');
	}

	function value(): unknown {
		const token = next();
		if (token === '$') {
			const variable = name();
			if (!declared.has(variable)) throw new GraphqlError(`Variable $${variable} is used but not declared`);
			return variables[variable];
		}
		if (token === '[') {
			const list: unknown[] = [];
			while (peek() !== ']' && peek() !== '') list.push(value());
			expect(']');
			return list;
		}
		if (token === '{') return pairs('}');
		if (token.startsWith('"') || /^-?\d/.test(token)) return JSON.parse(token);
		return token === 'true' ? true : token === 'false' ? false : token === 'null' ? null : token;
	}

	function pairs(end: string): Record<string, unknown> {
		const found: Record<string, unknown> = {};
		while (peek() !== end && peek() !== '') {
			const key = name();
			expect(':');
			found[key] = value();
		}
		expect(end);
		return found;
	}

	function selectionSet(): Selection[] {
		expect('{');
		const found: Selection[] = [];
		while (peek() !== '}') found.push(selection());
		expect('}');
		if (found.length === 0) throw new GraphqlError('A selection is empty');
		return found;
	}

	function selection(): Selection {
		if (peek() === '...') {
			next();
			expect('on');
			return { name: '...', key: '...', args: {}, on: name(), selections: selectionSet() };
		}
		const first = name();
		const aliased = peek() === ':' ? (next(), name()) : first;
		const args = peek() === '(' ? (next(), pairs(')')) : {};
		return { name: aliased, key: first, args, selections: peek() === '{' ? selectionSet() : [] };
	}

	const declared = new Set<string>();
	const kind = peek() === '{' ? 'query' : name();
	if (kind !== 'query' && kind !== 'mutation') throw new GraphqlError(`Unexpected "${kind}"`);
	if (/^[_A-Za-z]/.test(peek())) next();
	if (peek() === '(') readDefinitions();
	const selections = selectionSet();
	if (peek() !== '') throw new GraphqlError(`Unexpected "${peek()}"`);
	return { kind, selections };
}

/**
 * Those parts of a value that were asked for. Functions in it are fields with arguments.
 *
 * @throws GraphqlError for a field that the value has not, as a shop refuses one that its schema has not.
 */
export function project(value: unknown, selections: readonly Selection[]): unknown {
	if (value === null || value === undefined) return null;
	if (Array.isArray(value)) return value.map((entry) => project(entry, selections));
	if (typeof value !== 'object') return value;
	if (selections.length === 0) throw new GraphqlError('A field must have a selection of subfields');
	const fields = value as Readonly<Record<string, unknown>>;
	const found: Record<string, unknown> = {};
	for (const { name, key, args, on, selections: inner } of selections) {
		if (name === '...') {
			if (fields.__typename === on) Object.assign(found, project(value, inner));
			continue;
		}
		if (!Object.hasOwn(fields, name)) throw new GraphqlError(`Field '${name}' doesn't exist on this type`);
		const field = fields[name];
		found[key] = project(typeof field === 'function' ? (field as (args: unknown) => unknown)(args) : field, inner);
	}
	return found;
}
