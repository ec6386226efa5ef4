import type { Phone } from './phone';
import type { View } from './views';

/** The pack of the walk lies on the phone; the app is left as it was found. */
const downloadPack = async (phone: Phone) => {
  await phone.open('workbench');
  await phone.tap('button', '下载走访包');
  await phone.see('可以出门了');
};

const openBuildings = async (phone: Phone) => {
  await downloadPack(phone);
  await phone.go('gridBuildings', 'link', /^去走楼/);
};

const openBuilding = async (phone: Phone) => {
  await openBuildings(phone);
  await phone.go('gridBuilding', 'link', /^槐影东里 1 号楼/);
};

const openDoor = async (phone: Phone) => {
  await openBuilding(phone);
  await phone.go('gridVisit', 'button', /^1 单元 101，/);
};

/** The workbench of a grid worker. */
export const gridViews: readonly View[] = [
  { name: 'workbench: nothing downloaded', as: 'worker' },
  { name: 'workbench', as: 'worker', act: downloadPack },
  {
    name: 'workbench: what is brought',
    as: 'worker',
    act: async phone => {
      await downloadPack(phone);
      await phone.tap('link', /点开念给人听/);
    },
  },
  {
    name: 'workbench: held up to who cannot hear',
    as: 'worker',
    act: async phone => {
      await downloadPack(phone);
      await phone.tap('link', /点开念给人听/);
      await phone.tap('button', '大字给他看');
    },
  },
  {
    name: 'workbench: whom the usual way does not reach',
    as: 'worker',
    act: async phone => {
      await downloadPack(phone);
      await phone.tap('link', /^遇到不方便的人/);
    },
  },
  { name: 'gridBuildings', as: 'worker', act: openBuildings },
  {
    name: 'gridBuildings: one’s own order',
    as: 'worker',
    act: async phone => {
      await openBuildings(phone);
      await phone.tap('button', '改走的顺序');
      await phone.tap('button', /^槐影东里 2 号楼，先走/);
    },
  },
  { name: 'gridBuilding', as: 'worker', act: openBuilding },
  {
    name: 'gridVisit',
    as: 'worker',
    act: async phone => {
      await openDoor(phone);
      await phone.type(/^备注/, '电话 19900001234');
      await phone.tap('radio', '不在家');
      await phone.tap('button', '记下这次走访');
      await phone.see(/^备注里有像证件号/);
    },
  },
  {
    name: 'gridComment',
    as: 'worker',
    act: async phone => {
      await openDoor(phone);
      await phone.go('gridComment', 'link', /^代录一条意见/);
      await phone.tap('radio', '写名字公开');
      await phone.tap('button', '记下这条意见');
      await phone.see('写下本人说的话');
    },
  },
  {
    name: 'gridEnquiry',
    as: 'worker',
    act: async phone => {
      await openDoor(phone);
      await phone.go('gridEnquiry', 'link', /^代录一件留言/);
      await phone.type('一句话说是什么事', '楼道灯坏了');
      await phone.tap('button', '记下这件留言');
      await phone.see('问问本人，答复能不能公开');
    },
  },
  {
    name: 'gridHandOn',
    as: 'worker',
    act: async phone => {
      await openDoor(phone);
      await phone.go('gridHandOn', 'link', /^转交要信息的/);
      await phone.type('本人要什么信息', '去年加装电梯的补助发给了谁');
      await phone.tap('button', '记下，转交办公室');
      await phone.see('写本人的电话，办公室要打给本人核实');
    },
  },
  {
    name: 'gridPoster',
    as: 'worker',
    act: async phone => {
      await openBuilding(phone);
      await phone.go('gridPoster', 'link', /^贴海报/);
      await phone.type('贴在哪里', '问 19900001234 拿钥匙');
      await phone.tap('button', '贴好了，记下来');
      await phone.see('不写哪一户、电话、证件号，写公示栏、楼门口');
    },
  },
  {
    name: 'gridAsked',
    as: 'worker',
    act: async phone => {
      await openDoor(phone);
      await phone.open('gridAsked');
      await phone.see('走访包里还没有');
    },
  },
  {
    name: 'gridTell',
    as: 'worker',
    act: async phone => {
      await phone.open('gridTell', { record: 'none' });
      await phone.see('这一条不用再告诉了');
    },
  },
  {
    name: 'gridOutbox',
    as: 'worker',
    act: async phone => {
      await openDoor(phone);
      await phone.context.route('**/grid/sync', route => route.abort());
      await phone.tap('radio', '有疑问');
      await phone.go('gridBuilding', 'button', '记下这次走访');
      await phone.open('gridOutbox');
      await phone.see(/^没送到的只在这部手机里/);
    },
  },
];
