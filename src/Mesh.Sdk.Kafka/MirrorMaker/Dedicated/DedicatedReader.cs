using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker.Properties;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>Reads one property file.</summary>
internal sealed class DedicatedReader(string text, string source)
{
    private readonly List<Diagnostic> _findings = [];

    public DedicatedReading Read()
    {
        IReadOnlyList<PropertyEntry> entries = ReadEntries();
        SettingMap properties = new(entries.Select(e => KeyValuePair.Create(e.Name, e.Value)));
        DedicatedConfiguration configuration = new(properties);
        _findings.AddRange(DedicatedChecks.Run(configuration, entries, source));
        SecretProvider provider = ProviderOf(configuration, properties);
        ReplicationTopology topology = new DedicatedTopologyReader(properties, new(provider, _findings)).Read(configuration);
        return new(topology, provider, new([.. _findings, .. topology.Check()]));
    }

    private IReadOnlyList<PropertyEntry> ReadEntries()
    {
        try
        {
            return PropertiesText.Read(text);
        }
        catch (FormatException e)
        {
            _findings.Add(DedicatedDiagnostics.Unreadable.At("", e.Message));
            return [];
        }
    }

    private static SecretProvider ProviderOf(DedicatedConfiguration configuration, SettingMap properties)
    {
        SecretProvider usual = SecretProvider.Directories;
        return configuration.Providers is [var name, ..]
            ? new(name, properties.GetValueOrDefault($"config.providers.{name}.class", ""), usual.Root)
            : usual;
    }
}
