// kysely, inlined into this one file by the build: only what the ledger uses.
export {
	type ColumnType,
	type CompiledQuery,
	type Dialect,
	type Generated,
	type Insertable,
	Kysely,
	type Selectable,
	sql,
	SqliteDialect,
	type SqliteDatabase,
	type SqliteStatement,
	type Transaction,
} from 'kysely';
