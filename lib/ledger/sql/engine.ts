import { type Kysely } from '../../vendor/kysely';
import { type Tables } from '../schema';

export type Db = Kysely<Tables>;

/**
 * Runs an operation in a transaction that no other writer can come between, and answers after its commit. The operation may
 * be run again after a rollback.
 */
export type Atomically = <T>(run: (transaction: Db) => Promise<T>) => Promise<T>;
