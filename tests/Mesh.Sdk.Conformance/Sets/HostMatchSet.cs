using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class HostMatchSet : IVectorSet
{
    public string Name => "host-match";

    public JsonNode? Compute(VectorCase vector)
    {
        (string a, string b) = (vector["a"].Text(), vector["b"].Text());
        return vector["op"].Text() switch
        {
            "overlaps" when HostMatching.Overlaps(a, b) != HostMatching.Overlaps(b, a) => throw new FormatException("overlaps is not symmetric"),
            "overlaps" => HostMatching.Overlaps(a, b),
            "subsetOf" => HostMatching.IsSubsetOf(a, b),
            var op => throw new FormatException($"The operation '{op}' is not known."),
        };
    }
}
