// Loaded into n8n before its own code (node --require). The channel to the process that started n8n closes when that
// process ends, in whatever way: then n8n and its task runner end too, at once.
process.once('disconnect', () => {
	try {
		process.kill(-process.pid, 'SIGKILL'); // n8n leads a process group of its own, see n8n-server.ts
	} catch {
		process.exit(1); // Windows has no process groups; the task runner ends when it loses n8n
	}
});
