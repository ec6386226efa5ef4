export default definePageConfig({ navigationBarTitleText: '便条' });
