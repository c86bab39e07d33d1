using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Istio looks at the first entry of a region, and at the last value of a label: neither makes a chain.</summary>
/// <remarks>Source: Istio, <c>priorityLabelOverrides</c> and <c>applyLocalityFailover</c>; specification 4.2, 4.3.</remarks>
internal sealed class ChainNotExpressible : Rule<LocalityBlock>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2106",
        DiagnosticSeverity.Error,
        "'{0}' stands more than once in {1}, which cannot express a chain: {2}.",
        "Keep one entry for each, or let FailsOverInOrder make a chain of generated pod labels and failoverPriority.");

    public override void Check(LocalityBlock value, Place place)
    {
        Place setting = place.Field(value.Policy.SettingField);
        CheckRegions(value.Setting.Failover, setting.Field("failover"));
        CheckLabels(value.Setting.FailoverPriority, setting.Field("failoverPriority"));
    }

    private void CheckRegions(EquatableList<LocalityFailover> entries, Place place)
    {
        Dictionary<string, string> first = new(StringComparer.Ordinal);
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i] is { From: { } from } entry && !first.TryAdd(from, entry.To ?? "") && first[from] != entry.To)
            {
                place.Item(i).Report(Descriptor, from, "failover", $"only its first entry counts, to '{first[from]}', and '{entry.To}' is never looked at");
            }
        }
    }

    private void CheckLabels(EquatableList<string> labels, Place place)
    {
        Dictionary<string, string> first = new(StringComparer.Ordinal);
        for (int i = 0; i < labels.Count; i++)
        {
            string label = labels[i] ?? "";
            string key = label.Split('=')[0];
            if (!first.TryAdd(key, label) && first[key] != label)
            {
                place.Item(i).Report(Descriptor, key, "failoverPriority", $"'{label}' takes the place of '{first[key]}', which is compared no more");
            }
        }
    }
}
