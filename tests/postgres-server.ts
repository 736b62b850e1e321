import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A server that runs on this machine alone, as long as a test. */
export interface PostgresServer {
  /** Folder of its socket, and of all that it holds. */
  readonly folder: string;
  /** @throws what psql says, where it fails */
  run(sql: string): string;
  stop(): void;
}

const system = '/usr/lib/postgresql';

/** Where Debian puts the programs of a server, newest first; null where there are none. */
export function postgresPrograms(): string | null {
  if (!existsSync(system)) return null;
  const versions = readdirSync(system).sort((a, b) => Number(b) - Number(a));
  const found = versions.map((version) => path.join(system, version, 'bin'));
  return found.find((bin) => existsSync(path.join(bin, 'initdb'))) ?? null;
}

/** Starts a server that asks its user `desk` for a password. It refuses to run as root: Debian brings a user for it. */
export function startPostgres(programs: string, password: string): PostgresServer {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const as = (line: string, input = ''): string => {
    const [command, args] = isRoot
      ? ['su', ['postgres', '-s', '/bin/bash', '-c', line]]
      : ['bash', ['-c', line]];
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', input, timeout: 60_000 });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  if (isRoot) spawnSync('chown', ['postgres', folder]);
  const control = `${programs}/pg_ctl -D ${folder}/db -w -s`;
  const settings = `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off`;
  as(`cat > ${folder}/password`, password);
  as(
    `${programs}/initdb -D ${folder}/db -U desk -A scram-sha-256 --pwfile=${folder}/password -E UTF8 --locale=C -N >/dev/null`,
  );
  as(`${control} -o "${settings}" -l ${folder}/log start`);
  return {
    folder,
    run: (sql) =>
      as(
        `PGPASSWORD=$(cat ${folder}/password) ${programs}/psql -h ${folder} -U desk -d postgres -q -At -v ON_ERROR_STOP=1`,
        sql,
      ),
    stop() {
      as(`${control} -m immediate stop`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
