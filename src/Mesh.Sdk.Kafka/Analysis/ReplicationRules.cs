using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Connectors;
using Mesh.Sdk.Kafka.Analysis.Engines;
using Mesh.Sdk.Kafka.Analysis.Flows;
using Mesh.Sdk.Kafka.Analysis.Services;
using Mesh.Sdk.Kafka.Analysis.Settings;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Analysis;

/// <summary>Every rule, and what it is put before.</summary>
internal static class ReplicationRules
{
    private static readonly Rule<ReplicationModel>[] OfTopologies = [new ClusterHasOneAlias(), new WorkersHaveOwnNames(), new ProcessesTalk()];

    private static readonly Rule<FlowView>[] OfFlows =
    [
        new NamesDoNotRunInCircles(),
        new TopicDoesNotLookMirrored(),
        new TopicDoesNotLookInternal(),
        new TopicPatternMatches(),
        new GroupPatternMatches(),
        new DotIsADot(),
        new NamedGroupsAreSynced(),
        new SyncHasCheckpoints(),
        new CheckpointsHaveOffsetSyncs(),
        new DedicatedModeEmitsCheckpoints(),
        new GroupReadsOnOneSide(),
        new OffsetSyncsCanBeWritten(),
        new FactorFitsBrokers(),
        new FactorSurvivesBroker(),
        new LargeRecordsFit(),
        new RetentionOutlastsOutage(),
        new OneOwnsAcls(),
        new OneOwnsTopicConfigs(),
        new WritersAreGranted(),
        new HeartbeatsStayAway(),
        new FlowCanBeWatched(),
        new InternalSeparatorIsStated(),
        new ExactlyOnceReadsCommitted(),
        new FlowIsRun(),

        // Says what the others found out while asking.
        new PatternIsQuick(),
    ];

    private static readonly Rule<OwnedSetting>[] OfSettings =
    [
        new SettingIsStillRead(),
        new OverrideIsOfProducer(),
        new ProducerIsOfRecords(),
        new IntervalIsUsed(),
        new EngineReadsSetting(),
        new ValueLooksPublic(),
    ];

    private static readonly Rule<ConnectorConfig>[] OfConnectors = [new RecordsPassUnchanged(), new ConnectIsContent(), new ConnectorKeepsSecrets(), new ConnectorReadsSetting()];

    private static readonly Rule<ConnectorGroup>[] OfConnectorGroups = [new ConnectorsAgree(), new CheckpointsHaveSource()];

    private static readonly Rule<ServiceUse>[] OfServices = [new ServiceIsInMesh(), new TopicIsThere()];

    private static readonly Rule<ServiceFailover>[] OfFailovers = [new TopicsFollowService(), new GroupsFollowService(), new KafkaFollowsService()];

    private static readonly IRule[] All = [.. OfTopologies, .. OfFlows, .. OfSettings, .. OfConnectors, .. OfConnectorGroups, .. OfServices, .. OfFailovers];

    /// <summary>Gets what each rule reports, for the list of codes.</summary>
    public static IEnumerable<DiagnosticDescriptor> Descriptors => All.Select(rule => rule.Descriptor);

    /// <summary>Returns the codes that say less of the same mistake.</summary>
    public static IEnumerable<string> CoveredBy(string code) => All.Where(r => r.Descriptor.Code == code).Select(r => r.Covers).OfType<string>();

    public static void FindIn(ReplicationModel model, FindingSink sink)
    {
        new Place(sink, "").Finds(model, OfTopologies);
        foreach (ReplicationCluster cluster in model.Topology.Clusters)
        {
            FindIn(cluster.Alias, cluster.Settings, isOfFlow: false, model, new Place(sink, $"clusters[{cluster.Alias}]"));
        }

        foreach (FlowView flow in model.Flows)
        {
            Place place = new(sink, $"flows[{flow.Name}]");
            place.Finds(flow, OfFlows);
            FindIn(flow.Name, flow.Flow.Settings, isOfFlow: true, model, place);
        }
    }

    public static void FindIn(IReadOnlyList<ConnectorConfig> connectors, FindingSink sink)
    {
        Place place = new(sink, "connectors");
        foreach (ConnectorConfig connector in connectors)
        {
            place.Entry(connector.Name).Finds(connector, OfConnectors);
        }

        foreach (IGrouping<SourceAndTarget, ConnectorConfig> flow in connectors.GroupBy(c => c.Direction))
        {
            ConnectorGroup group = new(flow.Key, flow.FirstOrDefault(c => c.Connector == MirrorConnector.Source), flow.FirstOrDefault(c => c.Connector == MirrorConnector.Checkpoint));
            place.Finds(group, OfConnectorGroups);
        }
    }

    public static void FindIn(ServiceModel model, FindingSink sink)
    {
        foreach (ServiceUse service in model.Services)
        {
            Place place = new(sink, $"services[{service.Name}]");
            place.Finds(service, OfServices);
            foreach (ServiceFailover failover in model.FailoversOf(service))
            {
                place.Finds(failover, OfFailovers);
            }
        }
    }

    private static void FindIn(string owner, EquatableMap<SettingValue> settings, bool isOfFlow, ReplicationModel model, Place place)
    {
        foreach ((string name, SettingValue value) in settings)
        {
            place.Field("settings").Entry(name).Finds(new OwnedSetting(owner, name, value, settings, isOfFlow, model.Options.Engine), OfSettings);
        }
    }
}
