import { createServer, type Server } from 'node:net';

/** Ports of 127.0.0.1 that are free now: the preferred ones where they are, others in their place where they are not. */
export async function freePorts(...preferred: Array<number | undefined>): Promise<number[]> {
	const holders: Server[] = [];
	// All are held until the last is found, so that no two are the same.
	for (const port of preferred) holders.push((port && (await hold(port))) || (await holdAny()));
	const ports = holders.map((holder) => (holder.address() as { port: number }).port);
	await Promise.all(holders.map(async (holder) => await new Promise((resolve) => holder.close(resolve))));
	return ports;
}

async function hold(port: number): Promise<Server | undefined> {
	const holder = createServer();
	return await new Promise((resolve) => {
		holder.once('error', () => resolve(undefined)).listen(port, '127.0.0.1', () => resolve(holder));
	});
}

async function holdAny(): Promise<Server> {
	const holder = await hold(0);
	if (!holder) throw new Error('No port of 127.0.0.1 can be listened on');
	return holder;
}
