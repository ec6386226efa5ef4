import { STAFF_ROLES, type StaffRole } from '@bandeng/contracts/routes';
import { schemas } from '@bandeng/contracts/schemas';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AppError, CommandError, usageError } from '../../platform/errors';
import type { Command } from '../../platform/module';
import type { NewStaff } from './create-staff';

const USAGE =
  'staff create <用户名> [--name <姓名>] --role <角色>[:unit=<编号>|:area=<编号>] [--role …]   （密码从标准输入读）';
const CLOSE_USAGE = 'staff close <用户名>';
const STANDARD_INPUT = 0;

function parseRole(text: string) {
  const [role, scope] = text.split(':', 2);
  if (!STAFF_ROLES.includes(role as StaffRole))
    throw new CommandError(`没有“${role ?? ''}”这个角色；有这些：${STAFF_ROLES.join('、')}。`);
  const [kind, id] = scope?.split('=', 2) ?? [];
  if (scope !== undefined && ((kind !== 'unit' && kind !== 'area') || !id))
    throw new CommandError(`角色范围“${scope}”要写成 unit=<编号> 或者 area=<编号>。`);
  return {
    role: role as StaffRole,
    unitId: kind === 'unit' ? (id ?? null) : null,
    areaId: kind === 'area' ? (id ?? null) : null,
  };
}

const LABELS: Record<string, string> = {
  username: '用户名要以小写字母开头，用小写字母、数字、点、横线，写 2 到 40 个字符。',
  name: '姓名写得不对：不能空着，也不能太长。',
  password: '密码太短或者太长：从标准输入给一行至少 12 个字符的密码。',
};
const faultOf = ({ path, message }: { path: PropertyKey[]; message: string }): string =>
  LABELS[String(path[0])] ?? `${path.join('.')}：${message}。`;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, role: { type: 'string', multiple: true } },
    });
  } catch (error) {
    throw usageError('看不懂这条命令', USAGE, error);
  }
}

function readPassword(): string {
  try {
    return readFileSync(STANDARD_INPUT, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new CommandError('没有从标准输入读到密码，什么也没有做。', { cause: error });
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
      summary: '建一个工作人员账号，比如第一个管理员',
      run: async (args, { output }) => {
        const { values, positionals } = readArguments(args);
        const [username, ...rest] = positionals;
        if (!username || rest.length > 0) throw usageError('要写一个用户名', USAGE);
        if (!values.role) throw usageError('至少要有一个 --role', USAGE);
        // Before the password is asked for: at a terminal nobody should type it in vain.
        const roles = values.role.map(parseRole);
        const name = values.name ?? username;
        const parsed = schemas['staff.members.create'].body.safeParse({
          username,
          name,
          password: readPassword(),
          roles,
        });
        if (!parsed.success) {
          throw new CommandError(parsed.error.issues.map(faultOf).join(''));
        }
        try {
          const { _id } = await deps.createStaff(parsed.data);
          output(`已建工作人员 ${username}，编号 ${_id}`);
        } catch (error) {
          if (error instanceof AppError && error.errors)
            throw new CommandError(error.errors.map(({ message }) => message).join(''), { cause: error });
          if (error instanceof AppError && error.code === 'staff.taken')
            throw new CommandError(`用户名 ${username} 已经有人用了。`, { cause: error });
          throw error;
        }
      },
    },
    {
      name: 'staff close',
      usage: CLOSE_USAGE,
      summary: '停用一个工作人员：角色、登录和绑定的微信都结束',
      run: async (args, { output }) => {
        const [username, ...rest] = args;
        if (!username || rest.length > 0) throw usageError('要写一个用户名', CLOSE_USAGE);
        try {
          await deps.closeStaff(username);
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'staff.not_found') throw error;
          throw new CommandError(`没有 ${username} 这个工作人员。`, { cause: error });
        }
        output(`已停用工作人员 ${username}`);
      },
    },
  ];
}
