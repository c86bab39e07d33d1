using System.Text.Json.Nodes;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class LocalityParseSet : IVectorSet
{
    public string Name => "locality-parse";

    public JsonNode? Compute(VectorCase vector)
    {
        Locality locality = Locality.Parse(vector["text"].Text());
        return new JsonObject { ["region"] = locality.Region, ["zone"] = locality.Zone, ["subzone"] = locality.SubZone };
    }
}
