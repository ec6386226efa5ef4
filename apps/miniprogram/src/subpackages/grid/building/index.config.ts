export default definePageConfig({ navigationBarTitleText: '一栋楼' });
