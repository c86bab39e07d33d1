using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class NamesAndFormatsSet : IVectorSet
{
    public string Name => "names-and-formats";

    public string ExpectedProperty => "valid";

    public JsonNode? Compute(VectorCase vector)
    {
        JsonElement value = vector["value"];
        return vector["kind"].Text() switch
        {
            "fqdn" => IstioFormats.IsFqdn(value.Text()),
            "wildcardDomain" => IstioFormats.IsWildcardDomain(value.Text()),
            "gatewayBoundDomain" => IstioFormats.IsGatewayBoundDomain(value.Text(), vector["context"].Required("sni").GetBoolean()),
            "dns1123Label" => IstioFormats.IsDns1123Label(value.Text()),
            "labels" => IstioFormats.AreLabels(value.TextMap()),
            "port" => IstioFormats.IsPort(value.GetInt64()),
            "ipOrCidr" => IstioFormats.IsIpOrCidr(value.Text()),
            "duration" => IstioFormats.IsDuration(value.Text()),
            var kind => throw new FormatException($"The kind '{kind}' is not known."),
        };
    }
}
