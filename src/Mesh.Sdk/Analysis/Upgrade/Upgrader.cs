using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Analysis.Upgrade;

/// <summary>Puts every object before every step.</summary>
internal sealed class Upgrader(ResourceSet resources, UpgradeOptions options)
{
    private readonly List<Diagnostic> _findings = [];
    private readonly Dictionary<ResourceKey, int> _positions = [];
    private readonly List<ResourceEntry> _entries = [];
    private readonly TargetVersions _versions = IstioUpgrade.VersionsOf(options.Target);

    public UpgradedResources Run()
    {
        foreach (ResourceEntry entry in resources)
        {
            UpgradedObject upgraded = new(entry, resources, options);
            foreach (IUpgradeStep step in UpgradeSteps.All)
            {
                step.Apply(upgraded);
            }

            Add(Read(entry, upgraded), entry.Key);
        }

        return new UpgradedResources(ResourceSet.From(_entries), new DiagnosticReport(_findings), _versions);
    }

    private ResourceEntry Read(ResourceEntry entry, UpgradedObject upgraded)
    {
        ResourceKind? kind = IstioUpgrade.KindOf(upgraded.Tree);
        if (kind is null || (!upgraded.IsChanged && upgraded.IsTyped))
        {
            _findings.AddRange(upgraded.Findings);
            return entry;
        }

        IResource resource = ResourceTree.Read(upgraded.Tree, kind, out IReadOnlyList<Diagnostic> broken);
        if (broken.Count > 0)
        {
            _findings.AddRange(broken.Select(d => upgraded.At(UpgradeDiagnostics.Unreadable, d.Path, kind.Name, d.Message, d.Remedy)));
            return entry;
        }

        _findings.AddRange(upgraded.Findings);
        return entry with { Resource = resource };
    }

    // Two versions of one object are one object now.
    private void Add(ResourceEntry entry, ResourceKey before)
    {
        if (!_positions.TryGetValue(entry.Key, out int position))
        {
            _positions.Add(entry.Key, _entries.Count);
            _entries.Add(entry);
            return;
        }

        _entries[position] = entry;
        _findings.Add(UpgradeDiagnostics.SameObject.At("", before.Version, entry.Key) with { Object = before.ToString(), Position = options.Sources.Find(before, "") });
    }
}
