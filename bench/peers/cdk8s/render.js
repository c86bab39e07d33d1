// Writes N DestinationRules to a file with cdk8s, ROUNDS times. Prints one line a round: bytes and milliseconds.
const fs = require('fs');
const { App, ApiObject, Chart } = require('cdk8s');

const [count, rounds, file] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];

function rule(chart, i) {
  return new ApiObject(chart, `rule-${i}`, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: `service-${i}`, namespace: 'demo' },
    spec: {
      host: `service-${i}.demo.svc.cluster.local`,
      trafficPolicy: {
        loadBalancer: { localityLbSetting: { enabled: true, failover: [{ from: 'eu-west-3', to: 'eu-west-2' }] } },
        outlierDetection: { consecutive5xxErrors: 7, interval: '5m', baseEjectionTime: '15m', maxEjectionPercent: 100 },
      },
    },
  });
}

for (let round = 0; round < rounds; round++) {
  const start = process.hrtime.bigint();
  const app = new App();
  const chart = new Chart(app, 'rules', { disableResourceNameHashes: true });
  for (let i = 0; i < count; i++) rule(chart, i);
  const yaml = app.synthYaml();
  fs.writeFileSync(file, yaml);
  console.log(`${Buffer.byteLength(yaml)} ${Number(process.hrtime.bigint() - start) / 1e6}`);
}
