using System.Globalization;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>A worker answered and refused.</summary>
public sealed class ConnectApiException : ConnectException
{
    internal ConnectApiException(ConnectErrorReason reason, int errorCode, string serverMessage, string action, Uri worker, Exception? inner = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"{action} at {worker} failed with {errorCode} {reason}: {serverMessage}"), worker, inner) =>
        (Reason, ErrorCode, ServerMessage) = (reason, errorCode, serverMessage);

    /// <summary>Gets why.</summary>
    public ConnectErrorReason Reason { get; }

    /// <summary>Gets <c>error_code</c> of the answer, or the HTTP status where it has none.</summary>
    public int ErrorCode { get; }

    /// <summary>Gets <c>message</c> of the answer in one line, with <c>***</c> for values of secret settings.</summary>
    public string ServerMessage { get; }
}
