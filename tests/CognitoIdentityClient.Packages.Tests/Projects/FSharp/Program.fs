open System
open CognitoIdentity

[<EntryPoint>]
let main arguments =
    let work =
        task {
            use client = new CognitoIdentityClient(CognitoIdentityClientOptions(Region = "us-east-1", Endpoint = Uri arguments[0]))
            let! guest = client.GetIdAsync(GetIdRequest(IdentityPoolId = arguments[1]))
            printfn $"Identity {guest.IdentityId}"
        }

    work.GetAwaiter().GetResult()
    0
