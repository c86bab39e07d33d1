namespace Mesh.Sdk.Kafka.Settings;

/// <summary>Every setting of MirrorMaker 2. The list is that of Kafka 4.0.</summary>
public static class MirrorSettings
{
    private static readonly ILookup<string, MirrorSetting> ByName = MirrorSettingCatalog.All.ToLookup(s => s.Name, StringComparer.Ordinal);

    /// <summary>Gets every setting, once for each reader.</summary>
    public static IReadOnlyList<MirrorSetting> All => MirrorSettingCatalog.All;

    /// <summary>Gets the settings that Kafka no longer reads.</summary>
    public static IReadOnlyList<RemovedSetting> Removed => MirrorSettingCatalog.Removed;

    /// <summary>Gets the names that the top level of a property file passes on to connectors.</summary>
    internal static IReadOnlySet<string> KeptAtTopLevel { get; } = MirrorSettingCatalog.All.Where(s => s.IsKeptAtTopLevel == true).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Gets what connects a client to a cluster: its bootstrap servers, TLS and SASL.</summary>
    internal static IReadOnlySet<string> OfConnections { get; } =
        MirrorSettingCatalog.All.Where(s => s.Scope == SettingScope.Security).Select(s => s.Name).Append("bootstrap.servers").ToHashSet(StringComparer.Ordinal);

    /// <summary>Gets the names of secrets.</summary>
    internal static IReadOnlyList<string> Secrets { get; } = [.. MirrorSettingCatalog.All.Where(s => s.Type == SettingType.Password).Select(s => s.Name).Distinct()];

    /// <summary>Gets what a Connect worker knows, by the name it has there.</summary>
    internal static IReadOnlyDictionary<string, MirrorSetting> OfWorkers { get; } =
        MirrorSettingCatalog.All.Where(s => s.Scope == SettingScope.Worker).ToDictionary(s => s.Name.Replace("{target}.", "", StringComparison.Ordinal), StringComparer.Ordinal);

    /// <summary>Returns what a connector knows about a setting; <see langword="null"/> if it knows nothing.</summary>
    public static MirrorSetting? Find(string name, MirrorConnector connector) =>
        ByName[name].FirstOrDefault(s => s.Connector == connector)
        ?? (connector == MirrorConnector.Dedicated ? null : ByName[name].FirstOrDefault(s => s.Connector == MirrorConnector.Common));

    /// <summary>Returns what any reader knows about a setting.</summary>
    public static IEnumerable<MirrorSetting> Find(string name) => ByName[name];

    /// <summary>Returns what a connector itself defines and so checks.</summary>
    internal static IEnumerable<MirrorSetting> DefinedBy(MirrorConnector connector) =>
        MirrorSettingCatalog.All.Where(s => s.IsKeptAtTopLevel == true && (s.Connector == connector || s.Connector == MirrorConnector.Common));
}
