using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>Tokens as a lab signs them, for times that it would not sign.</summary>
internal static class LabTokens
{
    /// <summary>Returns a token that ended at the start of 1970, else like another one.</summary>
    public static string Ended(LabCluster cluster, string token)
    {
        string[] parts = token.Split('.');
        JsonNode claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        claims["exp"] = 1;
        string signed = $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        using ECDsa key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(cluster.Folder, "ca.key")));
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }
}
