import { STAFF_ROLES, type StaffRole } from '@bandeng/contracts/routes';
import { schemas } from '@bandeng/contracts/schemas';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AppError, CommandError } from '../../platform/errors';
import type { Command } from '../../platform/module';
import type { NewStaff } from './create-staff';

const USAGE =
  'staff create <username> --name <name> --role <role>[:unit=<id>|:area=<id>] [--role …]   (the password is read from standard input)';
const STANDARD_INPUT = 0;

function parseRole(text: string) {
  const [role, scope] = text.split(':', 2);
  if (!STAFF_ROLES.includes(role as StaffRole))
    throw new CommandError(`There is no role "${role ?? ''}"; the roles are ${STAFF_ROLES.join(', ')}.`);
  const [kind, id] = scope?.split('=', 2) ?? [];
  if (scope !== undefined && ((kind !== 'unit' && kind !== 'area') || !id))
    throw new CommandError(`The scope "${scope}" must be unit=<id> or area=<id>.`);
  return {
    role: role as StaffRole,
    unitId: kind === 'unit' ? (id ?? null) : null,
    areaId: kind === 'area' ? (id ?? null) : null,
  };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, role: { type: 'string', multiple: true } },
    });
  } catch (error) {
    throw new CommandError(`${(error as Error).message}. Usage: ${USAGE}`, { cause: error });
  }
}

/** `staff create` is how the first admin of a new installation comes to be. */
export function staffCommands(deps: {
  createStaff: (input: NewStaff) => Promise<{ _id: string }>;
  closeStaff: (username: string) => Promise<void>;
}): Command[] {
  return [
    {
      name: 'staff create',
      usage: USAGE,
      summary: 'makes a staff member, such as the first admin',
      run: async (args, { output }) => {
        const { values, positionals } = readArguments(args);
        const [username, ...rest] = positionals;
        if (!username || rest.length > 0 || !values.role) throw new CommandError(`Usage: ${USAGE}`);
        const password = readFileSync(STANDARD_INPUT, 'utf8').replace(/\r?\n$/, '');
        const parsed = schemas['staff.members.create'].body.safeParse({
          username,
          name: values.name ?? username,
          password,
          roles: values.role.map(parseRole),
        });
        if (!parsed.success) {
          throw new CommandError(
            parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; '),
          );
        }
        try {
          const { _id } = await deps.createStaff(parsed.data);
          output(`staff member ${username} made, id ${_id}`);
        } catch (error) {
          if (error instanceof AppError && error.code === 'staff.taken')
            throw new CommandError(`The user name ${username} is taken.`, { cause: error });
          throw error;
        }
      },
    },
    {
      name: 'staff close',
      usage: 'staff close <username>',
      summary: 'ends a staff member: roles, sessions and the bound WeChat account',
      run: async (args, { output }) => {
        const [username, ...rest] = args;
        if (!username || rest.length > 0) throw new CommandError('Usage: staff close <username>');
        try {
          await deps.closeStaff(username);
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'staff.not_found') throw error;
          throw new CommandError(`There is no staff member ${username}.`, { cause: error });
        }
        output(`staff member ${username} closed`);
      },
    },
  ];
}
