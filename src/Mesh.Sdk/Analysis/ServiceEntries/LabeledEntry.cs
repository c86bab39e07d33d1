using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>An entry and the labels of its object.</summary>
internal sealed record LabeledEntry(ServiceEntrySpec Spec, EquatableMap<string> Labels)
{
    private const string Switch = "networking.istio.io/enable-autoallocate-ip";

    /// <summary>Gets whether Istio gives the hosts addresses of its own.</summary>
    public bool AllocatesAddress =>
        Spec.Resolution is not (null or ServiceEntryResolution.None)
        && !(Labels.TryGetValue(Switch, out string? text) && "false".Equals(text, StringComparison.OrdinalIgnoreCase));
}
