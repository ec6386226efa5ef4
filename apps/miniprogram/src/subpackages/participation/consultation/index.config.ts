export default definePageConfig({ navigationBarTitleText: '征集' });
