export default definePageConfig({ navigationBarTitleText: '大家问了什么' });
