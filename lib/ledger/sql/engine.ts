import { type Kysely } from '../../vendor/kysely';
import { type Tables } from '../schema';

export type Db = Kysely<Tables>;

/**
 * - `disk`: what was written survives a loss of power
 * - `process`: it survives the end of the process at once, and a loss of power once the next `disk` commit is done; for what is
 *   safe to forget
 * - `erasure`: as `disk`, and what was erased is overwritten, not only let go
 */
export type Durability = 'disk' | 'process' | 'erasure';

/**
 * Runs an operation in a transaction that no other writer can come between, and answers after its commit. The operation may
 * be run again after a rollback.
 */
export type Atomically = <T>(durability: Durability, run: (transaction: Db) => Promise<T>) => Promise<T>;
