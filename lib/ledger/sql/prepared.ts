import { type CompiledQuery } from '../../vendor/kysely';
import { type Db } from './engine';

/** What Kysely builds and can turn into SQL. */
interface Compilable<Row> {
	compile(): CompiledQuery<Row>;
}

/** Stands in a query for a value that comes later. */
class Placeholder {
	constructor(readonly name: string) {}
}

type Values = Readonly<Record<string, unknown>>;

/**
 * A query that Kysely builds and compiles once, and that is then run with ever new values. Building it anew for each order
 * would cost more time than SQLite needs to carry it out.
 *
 * @param build makes the query from stand-ins for the values, which it must use as they are: no branching on them.
 */
export function prepared<Params extends object, Row>(
	build: (db: Db, values: Params) => Compilable<Row>,
): (db: Db, values: Params) => Promise<Row[]> {
	const compiled = new WeakMap<object, CompiledQuery<Row>>(); // one for each engine: their SQL differs
	const standIns = new Proxy({}, { get: (_target, name) => new Placeholder(String(name)) }) as Params;
	return async (db, values) => {
		const engine = db.getExecutor().adapter;
		const query = compiled.get(engine) ?? build(db, standIns).compile();
		compiled.set(engine, query);
		const parameters = query.parameters.map((parameter) =>
			parameter instanceof Placeholder ? (values as Values)[parameter.name] : parameter,
		);
		return (await db.executeQuery<Row>({ ...query, parameters })).rows;
	};
}

/** The same for queries whose shape depends on a number, such as the length of a list. */
export function preparedBy<Key extends string | number, Params extends object, Row>(
	build: (key: Key) => (db: Db, values: Params) => Compilable<Row>,
): (key: Key, db: Db, values: Params) => Promise<Row[]> {
	const variants = new Map<Key, (db: Db, values: Params) => Promise<Row[]>>();
	return (key, db, values) => {
		const variant = variants.get(key) ?? prepared(build(key));
		variants.set(key, variant);
		return variant(db, values);
	};
}

/** Names for the members of a list of that length: `list0`, `list1` … */
export const memberNames = (list: string, length: number): string[] =>
	Array.from({ length }, (_, index) => `${list}${index}`);

/** The list under the names of its members. */
export const members = (list: string, values: readonly string[]): Record<string, string> =>
	Object.fromEntries(values.map((value, index) => [`${list}${index}`, value]));
