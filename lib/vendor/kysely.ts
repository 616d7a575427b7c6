// kysely, inlined into this one file by the build: only what the ledger uses.
export {
	type ColumnType,
	type CompiledQuery,
	type Dialect,
	type Expression,
	type ExpressionBuilder,
	type Generated,
	type Insertable,
	Kysely,
	type Selectable,
	sql,
	type SqlBool,
	SqliteDialect,
	type SqliteDatabase,
	type SqliteStatement,
	type Transaction,
} from 'kysely';
