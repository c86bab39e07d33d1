using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.Connect;
using Mesh.Sdk.Kafka.Connect.Presets;
using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Schemas;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Tests.Connect;

public sealed class ConnectTopologyTests
{
    private static readonly PostgreSqlSource Orders = new()
    {
        TopicPrefix = "Shop.eu",
        Host = "db.aws.example.org",
        Database = "shop",
        User = "cdc",
        Password = new("shop-db", "password"),
        Tables = ["public.orders", "public.$items"],
    };

    private static readonly DataFlow Copy = new()
    {
        Name = "orders",
        From = "connect-aws",
        Source = Orders,
        To = "connect-gke",
        Sink = new() { Url = "jdbc:postgresql://db.gke.example.org/shop", User = "writer", Password = new("shop-copy", "password") },
    };

    [Test]
    public void One_declaration_captures_mirrors_and_writes()
    {
        ConnectTopology topology = Define(Kafka(k => k.Mirror("aws", "gke", f => f.Topics("payments"))), c => c.AddDataFlow(Copy));

        Config(topology, "orders-source").Should().Contain(new Dictionary<string, string>
        {
            ["connector.class"] = "io.debezium.connector.postgresql.PostgresConnector",
            ["database.password"] = "${secrets:/etc/kafka/secrets/shop-db:password}",
            ["plugin.name"] = "pgoutput",
            ["slot.name"] = "shop_eu",
            ["publication.name"] = "shop_eu",
            ["table.include.list"] = @"public\.orders,public\.\$items",
            ["topic.prefix"] = "Shop.eu",
            ["value.converter.schemas.enable"] = "true",
        });
        topology.Replication().FindFlow("aws", "gke")!.TextOf("topics").Should().Be(@"payments,Shop\.eu\.public\.orders,Shop\.eu\.public\.\$items");
        Config(topology, "orders-sink").Should().Contain(new Dictionary<string, string>
        {
            ["topics"] = "aws.Shop.eu.public.orders,aws.Shop.eu.public.$items",
            ["collection.name.format"] = "${source.table}",
            ["insert.mode"] = "upsert",
            ["connection.password"] = "${secrets:/etc/kafka/secrets/shop-copy:password}",
        });
        topology.ToResources().Select(e => e.Cluster).Should().Equal("connect-aws", "connect-gke");
        topology.Secrets().Should().Equal(new SecretReference("shop-copy", "password"), new SecretReference("shop-db", "password"));
    }

    [Test]
    public void A_data_flow_adds_the_flow_it_needs_and_leaves_alone_one_that_mirrors_all()
    {
        Define(Kafka(_ => { }), c => c.AddDataFlow(Copy)).Replication().FindFlow("aws", "gke")!.TextOf("topics").Should().StartWith(@"Shop\.eu\.public\.orders");

        foreach (string[] patterns in (string[][])[[], ["payments", @"Shop\.eu\..*"]])
        {
            ConnectTopology all = Define(Kafka(k => k.Mirror("aws", "gke", f => _ = patterns.Length == 0 ? f : f.Topics(patterns))), c => c.AddDataFlow(Copy));
            all.Replication().Should().Be(all.Kafka);
        }

        ConnectTopology local = Define(Kafka(_ => { }), c => c.AddDataFlow(Copy with { To = "connect-aws" }));
        local.Replication().Flows.Should().BeEmpty();
        Config(local, "orders-sink")["topics"].Should().StartWith("Shop.eu.public.orders");
    }

    [Test]
    public void Identity_policy_keeps_the_names_that_the_sink_reads()
    {
        ConnectTopology topology = Define(Kafka(k => k.Mirror("aws", "gke", f => f.WithIdentityPolicy())), c => c.AddDataFlow(Copy));

        Config(topology, "orders-sink")["topics"].Should().StartWith("Shop.eu.public.orders,");
    }

    [Test]
    public void The_history_of_schemas_is_kept_with_the_login_of_the_Kafka_cluster()
    {
        MySqlSource source = new() { TopicPrefix = "shop", Host = "db", ServerId = 5400, User = "cdc", Password = new("db", "password"), Tables = ["shop.orders"] };

        EquatableMap<string> config = Config(Define(Kafka(_ => { }), c => c.AddConnector("orders", "connect-aws", source)), "orders");

        config["schema.history.internal.kafka.bootstrap.servers"].Should().Be("kafka.aws.example.org:9093");
        config["schema.history.internal.kafka.topic"].Should().Be("schema-history.shop");
        config["schema.history.internal.producer.sasl.jaas.config"].Should().Contain("${secrets:/etc/kafka/secrets/aws-login:password}").And.Be(config["schema.history.internal.consumer.sasl.jaas.config"]);
        config["database.server.id"].Should().Be("5400");
    }

    [Test]
    public void Topics_are_named_as_each_connector_names_them()
    {
        SecretReference password = new("db", "password");
        DatabaseSource[] sources =
        [
            Orders,
            new MySqlSource { TopicPrefix = "p", Host = "h", ServerId = 1, User = "u", Password = password, Tables = ["shop.orders"] },
            new SqlServerSource { TopicPrefix = "p", Host = "h", Database = "shop", User = "u", Password = password, Tables = ["dbo.orders"] },
            new MongoDbSource { TopicPrefix = "p", ConnectionString = "mongodb://h", User = "u", Password = password, Tables = ["shop.orders"] },
            Orders with { Outbox = new() { Routes = ["order", "payment"] } },
        ];

        sources.SelectMany(s => s.Topics()).Should().Equal(
            "Shop.eu.public.orders", "Shop.eu.public.$items", "p.shop.orders", "p.shop.dbo.orders", "p.shop.orders", "outbox.event.order", "outbox.event.payment");
    }

    [Test]
    public void An_outbox_of_MongoDB_has_a_router_of_its_own()
    {
        MongoDbSource source = new()
        {
            TopicPrefix = "shop",
            ConnectionString = "mongodb+srv://db.example.org/?replicaSet=rs0",
            User = "cdc",
            Password = new("mongo", "password"),
            Tables = ["shop.outbox"],
            Outbox = new() { Routes = ["order"], IdField = "eventId" },
        };

        IReadOnlyDictionary<string, string> config = Config(Define(Kafka(_ => { }), c => c.AddConnector("outbox", "connect-aws", source)), "outbox");

        config.Should().Contain(new Dictionary<string, string>
        {
            ["collection.include.list"] = @"shop\.outbox",
            ["transforms.outbox.type"] = "io.debezium.connector.mongodb.transforms.outbox.MongoEventRouter",
            ["transforms.outbox.collection.field.event.id"] = "eventId",
            ["transforms.outbox.route.topic.replacement"] = "outbox.event.${routedByValue}",
        });
    }

    [Test]
    public void Every_mistake_is_told_at_once_and_no_secret_with_it()
    {
        DiagnosticReport report = ConnectTopology.TryDefine(
            Kafka(_ => { }),
            c =>
            {
                c.AddConnectCluster("Connect", kafka: "awz", w => w.WithReplicas(0));
                c.AddConnector("orders", "conect", Orders with { Host = "", Port = 0, Tables = ["orders"], TopicPrefix = "a b", MaxTasks = 0, Password = new("a:b", "") });
                c.AddConnector("orders", "Connect", Copy.Sink with { Url = "jdbc:postgresql://ops:hunter2@db/shop", Topics = ["orders"] });
                c.AddConnector("custom", "Connect", new CustomConnector("org.example.Sink") { Settings = [new("api.token", SettingValue.Of("hunter2"))] });
            },
            out ConnectTopology? topology);

        topology.Should().BeNull();
        report.Select(d => d.Code).Distinct().Order().Should().Equal(
            "MESH5005", "MESH5034", "MESH5401", "MESH5403", "MESH5404", "MESH5406", "MESH5407", "MESH5408", "MESH5409", "MESH5410", "MESH5411", "MESH5416", "MESH5417");
        report.ToString().Should().Contain("Did you mean 'aws'?").And.NotContain("hunter2");
    }

    [Test]
    public void Strimzi_runs_the_same_connectors()
    {
        ConnectTopology topology = Define(Kafka(_ => { }), c => c.AddDataFlow(Copy).AddConnector("paused", "connect-gke", new CustomConnector("org.example.Sink"), ConnectState.Paused));

        ResourceSet set = topology.ToStrimzi("kafka");

        new ResourceReader(MeshKinds.All.With(KafkaKinds.All)).Read(set.Resources.ToYaml()).Should().Equal(set.Resources);
        KafkaConnect connect = set.OfType<KafkaConnect>().First();
        connect.Metadata.Annotations["strimzi.io/use-connector-resources"].Should().Be("true");
        connect.Spec!.Authentication!.PasswordSecret!.SecretName.Should().Be("aws-login");
        connect.Spec.Plugins.Single().Artifacts.Single().Reference.Should().Be("images.example.org/debezium:3.4");
        KafkaConnector[] connectors = [.. set.OfType<KafkaConnector>()];
        connectors.Select(c => (c.Metadata.Name, c.Metadata.Labels["strimzi.io/cluster"], c.Spec!.State)).Should().Equal(
            ("paused", "connect-gke", ConnectorState.Paused), ("orders-source", "connect-aws", null), ("orders-sink", "connect-gke", null));
        connectors[1].Spec!.Config!.Fields["database.password"]!.Text.Should().Be("${secrets:kafka/shop-db:password}");
        connectors[1].Spec!.Config!.Fields["connector.class"].Should().BeNull();
        set.Select(e => e.Cluster).Distinct().Should().Equal("eks", "");
    }

    [Test]
    public void What_Strimzi_runs_passes_the_schema_of_its_CRDs_whatever_the_login()
    {
        ConnectTopology topology = ConnectTopology.Define(Topologies.Rich, c =>
        {
            foreach (string alias in Topologies.Rich.Clusters.Select(k => k.Alias))
            {
                c.AddConnectCluster($"connect-{alias}", kafka: alias);
                c.AddConnector($"sink-{alias}", $"connect-{alias}", new CustomConnector("org.example.Sink"), ConnectState.Stopped);
            }
        });

        ResourceSet set = topology.ToStrimzi("kafka");

        set.Resources.Should().HaveCount(6);
        set.Analyze(AnalysisOptions.Default with { Analyzers = KafkaAnalyzers.All }).Should().BeEmpty();
    }

    [Test]
    public void Strimzi_is_told_of_a_certificate_beside_a_password_and_of_a_pattern_of_authorities()
    {
        ReplicationTopology kafka = ReplicationTopology.Define(k => k.AddCluster("aws", c => c
            .AtBootstrapServers("kafka.aws.example.org:9093")
            .WithTls(new("aws-ca", "*.crt"))
            .WithClientCertificate(new("connect", "user.crt"), new("connect", "user.key"))
            .WithScramSha512("connect", new("aws-login", "password"))));

        KafkaConnectSpec spec = ConnectTopology.Define(kafka, c => c.AddConnectCluster("connect-aws", kafka: "aws"))
            .ToStrimzi("kafka").OfType<KafkaConnect>().Single().Spec!;

        spec.Tls!.TrustedCertificates.Single().Pattern.Should().Be("*.crt");
        spec.Authentication!.Type.Should().Be(KafkaClientAuthenticationType.Custom);
        spec.Authentication.Sasl.Should().BeTrue();
        spec.Authentication.Config!.Fields["sasl.mechanism"]!.Text.Should().Be("SCRAM-SHA-512");
        spec.Authentication.Config.Fields["ssl.keystore.key"]!.Text.Should().Be("${secrets:kafka/connect:user.key}");
    }

    [Test]
    public void Connectors_share_no_slot_and_no_prefix_on_one_Kafka_cluster()
    {
        DiagnosticReport Report(string second) => ConnectTopology.TryDefine(
            Kafka(_ => { }),
            c =>
            {
                c.AddConnectCluster("connect-aws", kafka: "aws");
                c.AddConnectCluster("connect-gke", kafka: "gke");
                c.AddConnector("a", "connect-aws", Orders);
                c.AddConnector("b", second, Orders);
            },
            out _);

        Report("connect-aws").Select(d => d.Message).Should().HaveCount(2).And.Contain(m => m.Contains("topic prefix on aws, 'Shop.eu'")).And.Contain(m => m.Contains("replication slot, 'db.aws.example.org:5432/shop/shop_eu'"));
        Report("connect-gke").Should().ContainSingle("slots are those of the database").Which.Message.Should().Contain("replication slot");
    }

    private static ReplicationTopology Kafka(Action<ReplicationTopologyBuilder> configure) => ReplicationTopology.Define(k =>
    {
        k.AddCluster("aws", c => c.AtBootstrapServers("kafka.aws.example.org:9093").WithTls().WithScramSha512("connect", new("aws-login", "password")).OnMeshCluster("eks"));
        k.AddCluster("gke", c => c.AtBootstrapServers("kafka.gke.example.org:9093").WithTls(new("gke-ca", "ca.crt")));
        configure(k);
    });

    private static ConnectTopology Define(ReplicationTopology kafka, Action<ConnectTopologyBuilder> configure) => ConnectTopology.Define(kafka, c =>
    {
        c.AddConnectCluster("connect-aws", kafka: "aws", w => w.WithPlugin("debezium", "images.example.org/debezium:3.4"));
        c.AddConnectCluster("connect-gke", kafka: "gke");
        configure(c);
    });

    private static EquatableMap<string> Config(ConnectTopology topology, string connector) =>
        topology.ToResources().OfType<ConnectorResource>().Single(r => r.Metadata.Name == connector).Config;
}
